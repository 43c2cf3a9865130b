//! `/config.json`: what differs between issuers. The built files are the same for all of them.

mod issuing;
mod overrides;
mod reader;
mod readiness;

use std::{cell::OnceCell, fmt};

use contract::{Action, ApplicationId, Configuration, IssuerId, IssuingPartnerUri, Lists, PartnerUri};

pub use self::issuing::{Choices, CreditLimitRules, DisputesFrom, Link, PostingRules, References};
pub use self::reader::Reader;
pub use self::readiness::{Before, DisputeReadiness, Need, NeedKind, ReasonRule};
use crate::input::phone::Dialling;

/// Everything an issuer decides at run time. Unknown keys are ignored.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What the top bar says about where the rep is.
    pub environment: Environment,
    /// Where the two families of API are, on this origin.
    pub gateway: GatewayPaths,
    /// Who the issuer is to the gateway.
    pub tenant: Tenant,
    /// BCP 47, for amounts and dates.
    pub locale: String,
    /// IANA name of the issuer's time zone, in which cycles close.
    pub time_zone: String,
    /// The rep's session.
    pub session: SessionRules,
    /// How well a caller must be verified for each kind of action.
    pub verification: VerificationRules,
    /// From what disputes are made.
    pub disputes_from: DisputesFrom,
    /// What a dispute needs, by its reason.
    pub dispute_readiness: DisputeReadiness,
    /// The issuer's own words, of which a rep chooses.
    pub choices: Choices,
    /// How this issuer's gateway takes postings by hand.
    pub postings: PostingRules,
    /// How far a rep may go with a credit limit; without it no limit can be changed.
    pub credit_limit: Option<CreditLimitRules>,
}

/// The environment's label. Quiet in production, and impossible to miss elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// "Sandbox".
    pub label: String,
    /// Whether real customers are behind it.
    pub production: bool,
}

/// Prefixes on this origin, and paths that an issuer corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayPaths {
    /// `/b2b-gateway`
    pub wallet: String,
    /// `/api/v2`
    pub issuing: String,
    /// By operation name, each with the placeholders of the path that it stands for. In the issuing family it begins where
    /// the declared ones begin: below `/issuers/{issuerId}`.
    pub paths: Vec<(String, String)>,
    /// How a query names several words for one key.
    pub lists: Lists,
    /// Names of the operations that this issuer has not bought or not switched on.
    pub not_offered: Vec<String>,
    /// How many rows of a list are asked for at once.
    pub page_size: u32,
}

/// No gateway gives more rows at once: stated for authorizations (public), and what every printed request asks for.
pub const MOST_ROWS: u32 = 100;

impl GatewayPaths {
    /// The path that this issuer's gateway has in the place of the declared one.
    pub fn path_of(&self, operation: &str) -> Option<&str> {
        self.paths.iter().find(|(name, _)| name == operation).map(|(_, path)| path.as_str())
    }
}

/// Identifiers that every call carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// `messageHeader.partnerId`
    pub partner_id: String,
    /// `messageHeader.versionId`
    pub version_id: String,
    /// `messageHeader.environmentId`
    pub environment_id: String,
    /// The partner under which the issuer is registered.
    pub partner_uri: PartnerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer in the paths of the issuing family.
    pub issuer_id: IssuerId,
    /// What joins a wallet with an issuing customer.
    pub link: Link,
    /// Which of a customer's two references the issuing paths take.
    pub references: References,
    /// How the issuer's wallets are kept, and so what can be called.
    pub configuration: Configuration,
    /// How telephone numbers are dialled in the issuer's country.
    pub home: Dialling,
    /// The wallet app in the requests that name it (seed 002:153, 003:1192); without it they cannot be made.
    pub application_id: Option<ApplicationId>,
}

/// The rep's own session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRules {
    /// Answers who is signed in.
    pub url: String,
    /// Where signing in begins: a page of this origin, opened in a window of its own.
    pub sign_in: String,
    /// After so many minutes without a key or a click the screen is blanked.
    pub idle_minutes: u32,
    /// And after so many a warning comes.
    pub warn_minutes: u32,
}

/// How well the caller is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not verified.
    None,
    /// The rep recorded how they verified the caller.
    Attested,
    /// The gateway confirmed the caller's answers.
    Answered,
}

/// What each kind of action asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationRules {
    /// Personal facts in clear.
    pub reveal: Level,
    /// Activation and unlocking.
    pub unlock: Level,
    /// Changing the profile.
    pub profile: Level,
    /// Money and limits.
    pub money: Level,
    /// Passwords and codes.
    pub credentials: Level,
    /// How long an attestation holds.
    pub minutes: u32,
}

impl VerificationRules {
    /// The level that this kind of action asks for.
    pub fn asked(&self, action: Action) -> Level {
        match action {
            Action::Find => Level::None,
            Action::Reveal => self.reveal,
            Action::Unlock => self.unlock,
            Action::Profile => self.profile,
            Action::Money => self.money,
            Action::Credentials => self.credentials,
        }
    }
}

/// Why the configuration cannot be used: the key, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// `session.idleMinutes`; empty for the whole file.
    pub key: String,
    /// "a whole number of minutes from 1 to 1440".
    pub expected: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            write!(f, "The configuration file must be {}.", self.expected)
        } else {
            write!(f, "The configuration’s “{}” must be {}.", self.key, self.expected)
        }
    }
}

impl Config {
    /// Reads the whole file, and checks all of it but what [`Config::checked`] does.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let wrong = OnceCell::new();
        let config = Self::read(&Reader::root(text, &wrong));
        match wrong.into_inner() {
            None => Ok(config),
            Some(first) => Err(first),
        }
    }

    fn read(root: &Reader) -> Self {
        let environment = root.section("environment");
        let gateway = root.section("gateway");
        let tenant = root.section("tenant");
        let session = root.section("session");
        let verification = root.section("verification");
        let disputes = root.optional_section("disputes");
        Self {
            environment: Environment { label: environment.text("label"), production: environment.flag("production") },
            gateway: GatewayPaths {
                wallet: gateway.path("wallet"),
                issuing: gateway.path("issuing"),
                paths: gateway.optional_section("paths").every_path(),
                lists: [Lists::Repeated, Lists::Joined][gateway.optional_word("lists", &["repeated", "joined"])],
                not_offered: gateway.texts("notOffered"),
                page_size: gateway.optional_number("pageSize", MOST_ROWS, MOST_ROWS, "rows"),
            },
            tenant: Tenant {
                partner_id: tenant.text("partnerId"),
                version_id: tenant.text("versionId"),
                environment_id: tenant.text("environmentId"),
                partner_uri: tenant.text("partnerUri").into(),
                issuing_partner_uri: tenant.text("issuingPartnerUri").into(),
                issuer_id: tenant.text("issuerId").into(),
                link: [Link::CustomerId, Link::ExternalId][tenant.word("link", &["customerId", "externalId"])],
                references: [References::Internal, References::External]
                    [tenant.optional_word("references", &["internal", "external"])],
                configuration: [Configuration::Wlw, Configuration::WlwIdp, Configuration::External]
                    [tenant.word("configuration", &["WLW", "WLW_IDP", "EXTERNAL"])],
                home: home(&tenant),
                application_id: tenant.has("applicationId").then(|| tenant.text("applicationId").into()),
            },
            locale: root.text("locale"),
            time_zone: root.text("timeZone"),
            session: session_rules(&session, environment.raw("production") == Some("true")),
            verification: verification_rules(&verification),
            disputes_from: issuing::disputes_from(&disputes),
            dispute_readiness: DisputeReadiness::of(&disputes),
            choices: issuing::choices(&root.optional_section("choices")),
            postings: issuing::postings(&root.optional_section("postings")),
            credit_limit: root.has("creditLimit").then(|| issuing::credit_limit(&root.section("creditLimit"))),
        }
    }
}

/// Of the country that is named, else as in North America.
fn home(tenant: &Reader) -> Dialling {
    if !tenant.has("homeCountry") {
        return Dialling::NORTH_AMERICA;
    }
    Dialling::of_country(&tenant.text("homeCountry")).unwrap_or_else(|| {
        tenant.wrong("homeCountry", "the two letters of a country, such as DE");
        Dialling::NORTH_AMERICA
    })
}

/// Where real customers are, nobody's screen stays open for longer without a key or a click (PCI DSS 8.2.8).
const MOST_IDLE_MINUTES: u32 = 15;

fn session_rules(session: &Reader, production: bool) -> SessionRules {
    let rules = SessionRules {
        url: session.address("url"),
        sign_in: if session.has("signIn") { session.address("signIn") } else { "/".into() },
        idle_minutes: session.minutes("idleMinutes"),
        warn_minutes: session.minutes("warnMinutes"),
    };
    if production && rules.idle_minutes > MOST_IDLE_MINUTES {
        session.wrong("idleMinutes", format_args!("at most {MOST_IDLE_MINUTES} in production"));
    }
    if rules.warn_minutes >= rules.idle_minutes {
        session.wrong("warnMinutes", "less than idleMinutes");
    }
    rules
}

fn verification_rules(rules: &Reader) -> VerificationRules {
    let level =
        |key| [Level::None, Level::Attested, Level::Answered][rules.word(key, &["none", "attested", "answered"])];
    // No screen leads to answers that the gateway confirms, so nobody could ever do what asks for them.
    let in_reach = |key| {
        let level = level(key);
        if level == Level::Answered {
            rules.wrong(key, "none or attested: no rep can reach “answered” in this portal");
        }
        level
    };
    VerificationRules {
        reveal: in_reach("reveal"),
        unlock: in_reach("unlock"),
        profile: in_reach("profile"),
        money: in_reach("money"),
        credentials: level("credentials"),
        minutes: rules.optional_number("minutes", 15, MOST_MINUTES, "minutes"),
    }
}

/// A day.
const MOST_MINUTES: u32 = 1440;

#[cfg(test)]
mod tests;
