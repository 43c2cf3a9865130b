//! The command line.

use std::{ffi::OsString, net::SocketAddr, path::PathBuf};

use contract::{CalendarDate, Configuration, Lists};
use lexopt::{Arg, Parser, ValueExt};

use crate::{configuration::References, latency::Latency, people};

/// How a sandbox is to be.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens. Port 0 takes any free one.
    pub listen: SocketAddr,
    /// Which issuer it plays.
    pub configuration: Configuration,
    /// From what its platform makes disputes.
    pub disputes: DisputesFrom,
    /// Which of a customer's two references its issuing paths take.
    pub references: References,
    /// Operations that this issuer has not bought or not switched on.
    pub not_offered: Vec<&'static str>,
    /// How its gateway takes lists in a query.
    pub lists: Lists,
    /// How many people there are beside the known ones.
    pub customers: usize,
    /// How long every gateway call takes at least.
    pub latency: Latency,
    /// Keeps what changed over a restart.
    pub state: Option<PathBuf>,
    /// The issuer's day, if it is not today.
    pub today: Option<CalendarDate>,
    /// A built portal to serve beside the gateway.
    pub serve: Option<PathBuf>,
    /// Whether the reversal of a fee must name the fee's type (seed 004:3055); else it knows no such field.
    pub reversal_fee_type: bool,
}

/// From what a platform makes disputes: the guides', or what has replaced it on newer platforms (public). Each refuses the
/// other's way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisputesFrom {
    /// From operations (seed 004:1886).
    #[default]
    Operations,
    /// From transactions.
    Transactions,
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Request {
    /// Run with these settings.
    Serve(Box<Settings>),
    /// Print this and end.
    Help(String),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8090)),
            configuration: Configuration::Wlw,
            disputes: DisputesFrom::default(),
            references: References::Internal,
            not_offered: Vec::new(),
            lists: Lists::default(),
            customers: 500,
            latency: Latency::NONE,
            state: None,
            today: None,
            serve: None,
            reversal_fee_type: false,
        }
    }
}

/// Reads the arguments that follow the program's name. An error is a sentence for whoever typed them.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
    let mut settings = Settings::default();
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(sentence)? {
        match argument {
            Arg::Long("listen") => settings.listen = value(&mut parser, "listen", "an address such as 127.0.0.1:8090")?,
            Arg::Long("configuration") => {
                let name = text(&mut parser)?;
                settings.configuration = configuration(&name)
                    .ok_or_else(|| format!("--configuration {name} is none of WLW, WLW_IDP and EXTERNAL."))?;
            }
            Arg::Long("disputes") => {
                let name = text(&mut parser)?;
                settings.disputes = match name.as_str() {
                    "operation" => DisputesFrom::Operations,
                    "transaction" => DisputesFrom::Transactions,
                    _ => return Err(format!("--disputes {name} is neither operation nor transaction.")),
                };
            }
            Arg::Long("references") => {
                let name = text(&mut parser)?;
                settings.references = References::named(&name)
                    .ok_or_else(|| format!("--references {name} is none of internal and external."))?;
            }
            Arg::Long("not-offered") => settings.not_offered = operations(&text(&mut parser)?)?,
            Arg::Long("lists") => {
                settings.lists = match text(&mut parser)?.as_str() {
                    "repeated" => Lists::Repeated,
                    "joined" => Lists::Joined,
                    other => return Err(format!("--lists {other} is neither repeated nor joined.")),
                }
            }
            Arg::Long("customers") => {
                settings.customers = value(&mut parser, "customers", "a whole number")?;
                if settings.customers > people::MOST {
                    return Err(format!(
                        "--customers goes up to {}: there are no more telephone numbers.",
                        people::MOST
                    ));
                }
            }
            Arg::Long("latency") => {
                settings.latency =
                    value(&mut parser, "latency", "a time such as 80ms, or a range such as 80ms..300ms")?;
            }
            Arg::Long("state") => settings.state = Some(parser.value().map_err(sentence)?.into()),
            Arg::Long("today") => {
                let text = text(&mut parser)?;
                let day = CalendarDate::from_iso(&text).filter(|day| day.year >= FIRST_YEAR);
                settings.today =
                    Some(day.ok_or_else(|| {
                        format!("--today {text} is not a day such as {FIRST_YEAR}-06-30, or too early.")
                    })?);
            }
            Arg::Long("reversal-fee-type") => settings.reversal_fee_type = true,
            Arg::Long("serve") => settings.serve = Some(parser.value().map_err(sentence)?.into()),
            Arg::Long("help") | Arg::Short('h') => return Ok(Request::Help(HELP.into())),
            other => return Err(format!("{}. --help lists what there is.", other.unexpected())),
        }
    }
    Ok(Request::Serve(Box::new(settings)))
}

const HELP: &str = "\
A gateway that speaks the contract, for development and tests.

  --listen ADDRESS       where it listens (127.0.0.1:8090; port 0 takes a free one)
  --configuration NAME   the issuer it plays: WLW, WLW_IDP or EXTERNAL (WLW)
  --disputes FROM        from what its platform makes disputes: operation or transaction (operation)
  --references KIND      which reference of a customer its issuing paths take: internal or external (internal)
  --not-offered NAMES    operations that it has not bought, with commas between them
  --lists FORM           lists in a query: repeated or joined (repeated)
  --customers NUMBER     people beside the known ones (500)
  --latency RANGE        slows gateway calls down: 80ms, or 80ms..300ms
  --state FILE           keeps what changed over a restart
  --today DAY            the issuer's day, such as 2025-07-15 (today)
  --serve DIRECTORY      serves a built portal too
  --reversal-fee-type    the reversal of a fee must name the fee's type

GET /sandbox/customers lists the known customers and what each of them shows.
";

fn value<T: std::str::FromStr>(parser: &mut Parser, name: &str, expected: &str) -> Result<T, String> {
    let text = text(parser)?;
    text.parse().map_err(|_| format!("--{name} {text} is not {expected}."))
}

fn text(parser: &mut Parser) -> Result<String, String> {
    parser.value().map_err(sentence)?.string().map_err(sentence)
}

fn sentence(error: lexopt::Error) -> String {
    format!("{error}. --help lists what there is.")
}

/// By then everybody's accounts are open.
const FIRST_YEAR: i64 = 2025;

/// Names of operations, with commas between them.
fn operations(names: &str) -> Result<Vec<&'static str>, String> {
    let named = |name: &str| {
        let spec = contract::catalogue::find(name.trim());
        spec.map(|spec| spec.name).ok_or_else(|| format!("--not-offered {name} is not the name of an operation."))
    };
    names.split(',').filter(|name| !name.trim().is_empty()).map(named).collect()
}

fn configuration(name: &str) -> Option<Configuration> {
    contract::operation::EVERYWHERE.iter().copied().find(|configuration| configuration.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(arguments: &[&str]) -> Result<Settings, String> {
        match parse(arguments.iter().map(OsString::from))? {
            Request::Serve(settings) => Ok(*settings),
            Request::Help(text) => Err(text),
        }
    }

    #[test]
    fn without_arguments_it_is_a_small_wlw_issuer_on_port_8090() {
        let settings = settings(&[]).expect("the defaults");
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8090");
        assert_eq!(settings.configuration, Configuration::Wlw);
        assert_eq!(settings.customers, 500);
    }

    #[test]
    fn every_argument_is_understood() {
        let settings = settings(&[
            "--listen=127.0.0.1:0",
            "--configuration",
            "WLW_IDP",
            "--disputes=transaction",
            "--references=external",
            "--customers=100000",
            "--latency",
            "80ms..300ms",
            "--state",
            "kept.json",
            "--today=2025-07-15",
            "--serve",
            "dist",
            "--reversal-fee-type",
            "--not-offered=postFeeOperation, createDispute",
            "--lists=joined",
        ])
        .expect("all of them");
        assert_eq!(settings.configuration, Configuration::WlwIdp);
        assert_eq!(settings.disputes, DisputesFrom::Transactions);
        assert_eq!(settings.references, References::External);
        assert_eq!(settings.not_offered, ["postFeeOperation", "createDispute"]);
        assert_eq!(settings.lists, Lists::Joined);
        assert_eq!(settings.customers, 100_000);
        assert_eq!(settings.latency, "80ms..300ms".parse().expect("a range"));
        assert_eq!(settings.state, Some("kept.json".into()));
        assert_eq!(settings.today, CalendarDate::new(2025, 7, 15));
        assert_eq!(settings.serve, Some("dist".into()));
        assert!(settings.reversal_fee_type);
    }

    #[test]
    fn a_wrong_argument_is_answered_with_a_sentence() {
        let sentence = |arguments: &[&str]| settings(arguments).expect_err("a refusal");
        assert_eq!(sentence(&["--configuration", "wlw"]), "--configuration wlw is none of WLW, WLW_IDP and EXTERNAL.");
        assert_eq!(sentence(&["--customers", "many"]), "--customers many is not a whole number.");
        assert_eq!(sentence(&["--disputes", "card"]), "--disputes card is neither operation nor transaction.");
        assert_eq!(sentence(&["--references", "both"]), "--references both is none of internal and external.");
        assert!(sentence(&["--customers", "9999999"]).starts_with("--customers goes up to"));
        assert!(sentence(&["--latency", "300ms..80ms"]).ends_with("a range such as 80ms..300ms."));
        for day in ["15.07.2025", "2025-02-30", "2024-12-31", "tomorrow"] {
            assert!(sentence(&["--today", day]).contains("is not a day"), "{day}");
        }
        assert_eq!(sentence(&["--not-offered", "postFee"]), "--not-offered postFee is not the name of an operation.");
        assert_eq!(sentence(&["--lists", ","]), "--lists , is neither repeated nor joined.");
        assert!(sentence(&["--colour"]).ends_with("--help lists what there is."));
    }
}
