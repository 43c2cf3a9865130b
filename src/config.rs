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
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn documented() -> Value {
        json!({
            "environment": { "label": "Sandbox", "production": false },
            "gateway": { "wallet": "/b2b-gateway", "issuing": "/api/v2", "paths": { "deleteCustomer": "/customers/delete" } },
            "tenant": {
                "partnerId": "sandbox-partner", "versionId": "1.0", "environmentId": "sandbox",
                "partnerUri": "paydiant:entity:partner#5df9ba6e", "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd",
                "issuerId": "1234", "link": "customerId", "configuration": "WLW"
            },
            "locale": "en-GB", "timeZone": "Europe/Berlin",
            "session": { "url": "/session", "idleMinutes": 15, "warnMinutes": 13 },
            "verification": { "reveal": "attested", "unlock": "attested", "profile": "attested", "money": "attested", "credentials": "answered" },
            "somethingNew": true
        })
    }

    fn refusal_of(change: impl FnOnce(&mut Value)) -> String {
        let mut value = documented();
        change(&mut value);
        let read = Config::parse(&value.to_string()).and_then(Config::checked);
        read.map_or_else(|error| error.to_string(), |_| "accepted".into())
    }

    #[test]
    fn the_documented_file_is_accepted_and_unknown_keys_are_ignored() {
        let config = Config::parse(&documented().to_string()).expect("accepted");
        assert_eq!(config.tenant.configuration, Configuration::Wlw);
        assert_eq!(config.verification.asked(Action::Credentials), Level::Answered);
        assert_eq!(config.gateway.path_of("deleteCustomer"), Some("/customers/delete"));
        assert_eq!(config.session.sign_in, "/");
    }

    #[test]
    fn paths_take_the_internal_reference_unless_the_issuer_says_otherwise() {
        let references = |stated: Value| {
            let mut value = documented();
            value["tenant"]["references"] = stated;
            Config::parse(&value.to_string()).map(|config| config.tenant.references)
        };
        let unsaid = Config::parse(&documented().to_string()).expect("accepted").tenant.references;
        assert_eq!(unsaid, References::Internal);
        assert_eq!(references(json!("internal")), Ok(References::Internal));
        assert_eq!(references(json!("external")), Ok(References::External));
        let said = references(json!("both")).map_err(|error| error.to_string());
        assert_eq!(said, Err("The configuration’s “tenant.references” must be internal or external.".into()));
    }

    #[test]
    fn a_path_that_does_not_fit_its_operation_is_refused_with_its_name() {
        let refusal = |name: &str, path: &str| refusal_of(|value| value["gateway"]["paths"][name] = json!(path));
        assert_eq!(refusal("retrieveAccount", "/konten/{accountReference}"), "accepted");
        assert_eq!(refusal("refreshCustomerCardBalancesV2", "/v2/wallet/balances"), "accepted");
        assert_eq!(
            refusal("deleteCustmer", "/customers/delete"),
            "The configuration’s “gateway.paths.deleteCustmer” must be left out: no operation has this name."
        );
        assert_eq!(
            refusal("retrieveAccount", "/accounts"),
            "The configuration’s “gateway.paths.retrieveAccount” must be a path with exactly {accountReference}."
        );
        assert_eq!(
            refusal("deleteCustomer", "/customers/{customerUri}"),
            "The configuration’s “gateway.paths.deleteCustomer” must be a path without placeholders."
        );
        assert_eq!(
            refusal("deleteCustomer", "https://elsewhere.example"),
            "The configuration’s “gateway.paths.deleteCustomer” must be a path on this origin, beginning with one “/”."
        );
    }

    #[test]
    fn what_a_gateway_leaves_unsaid_has_a_usual_value() {
        let config = Config::parse(&documented().to_string()).expect("accepted");
        assert_eq!((config.gateway.page_size, config.gateway.lists), (100, Lists::Repeated));
        assert!(config.gateway.not_offered.is_empty() && config.tenant.application_id.is_none());
        let mut value = documented();
        value["gateway"]["pageSize"] = json!(50);
        value["gateway"]["lists"] = json!("joined");
        value["gateway"]["notOffered"] = json!(["postFeeOperation"]);
        value["tenant"]["applicationId"] = json!("certnew:entity:application#1");
        let config = Config::parse(&value.to_string()).expect("accepted");
        assert_eq!((config.gateway.page_size, config.gateway.lists), (50, Lists::Joined));
        assert_eq!(config.gateway.not_offered, ["postFeeOperation"]);
        assert_eq!(config.tenant.application_id, Some("certnew:entity:application#1".into()));
    }

    #[test]
    fn what_the_issuer_does_not_offer_is_named_as_operations_are() {
        let refusal = |names: Value| refusal_of(|value| value["gateway"]["notOffered"] = names);
        assert_eq!(refusal(json!([])), "accepted");
        assert_eq!(refusal(json!(["postFeeOperation", "refreshCustomerCardBalancesV2"])), "accepted");
        assert_eq!(
            refusal(json!(["postFeeOperation", "postFee"])),
            "The configuration’s “gateway.notOffered[1]” must be the name of an operation, which “postFee” is not."
        );
        assert_eq!(
            refusal(json!("postFeeOperation")),
            "The configuration’s “gateway.notOffered” must be a list of texts that are not empty."
        );
    }

    #[test]
    fn no_address_leads_away_from_this_origin_however_a_browser_reads_it() {
        let keys = [("gateway", "wallet"), ("gateway", "issuing"), ("session", "url"), ("session", "signIn")];
        let away = [
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\tevil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/%09/evil.example",
            "/a/../..//evil.example",
            "/a/%2e%2e/b",
            "/\u{0}",
            "/a b",
            "/a\u{2028}",
            "/ü",
            "/@evil.example:8080",
            "/a#b",
            "evil.example",
            "javascript:alert(1)",
            " /a",
            "",
        ];
        for (section, key) in keys {
            let refusal = |path: &str| refusal_of(|value| value[section][key] = json!(path));
            let said =
                format!("The configuration’s “{section}.{key}” must be a path on this origin, beginning with one “/”.");
            for path in away {
                assert_eq!(refusal(path), said, "{path:?}");
            }
            assert_eq!(refusal("/some-where/v2.1/x_y~z"), "accepted");
        }
        assert_eq!(
            refusal_of(|value| value["session"]["signIn"] = json!("/oauth2/start?rd=/&prompt=login")),
            "accepted"
        );
        let corrected = refusal_of(|value| value["gateway"]["paths"]["deleteCustomer"] = json!("/\t/evil.example"));
        assert!(
            corrected.starts_with("The configuration’s “gateway.paths.deleteCustomer” must be a path on this origin")
        );
    }

    #[test]
    fn where_real_customers_are_no_screen_stays_open_for_longer_than_a_quarter_of_an_hour() {
        let idle = |production: bool, minutes: u32| {
            refusal_of(|value| {
                value["environment"]["production"] = json!(production);
                value["session"]["idleMinutes"] = json!(minutes);
            })
        };
        assert_eq!((idle(true, 15), idle(false, 480)), ("accepted".into(), "accepted".into()));
        assert_eq!(idle(true, 16), "The configuration’s “session.idleMinutes” must be at most 15 in production.");
    }

    #[test]
    fn a_refusal_names_the_key_and_what_was_expected() {
        assert_eq!(
            refusal_of(|value| value["gateway"]["pageSize"] = json!(200)),
            "The configuration’s “gateway.pageSize” must be a whole number of rows from 1 to 100."
        );
        assert_eq!(
            refusal_of(|value| value["gateway"]["lists"] = json!(",")),
            "The configuration’s “gateway.lists” must be repeated or joined."
        );
        assert_eq!(
            refusal_of(|value| value["tenant"]["applicationId"] = json!("")),
            "The configuration’s “tenant.applicationId” must be a text that is not empty."
        );
        assert_eq!(
            refusal_of(|value| value["session"]["idleMinutes"] = json!("fifteen")),
            "The configuration’s “session.idleMinutes” must be a whole number of minutes from 1 to 1440."
        );
        assert_eq!(
            refusal_of(|value| value["tenant"]["configuration"] = json!("OTHER")),
            "The configuration’s “tenant.configuration” must be WLW, WLW_IDP or EXTERNAL."
        );
        assert_eq!(
            refusal_of(|value| value["verification"]["unlock"] = json!("sometimes")),
            "The configuration’s “verification.unlock” must be none, attested or answered."
        );
        assert_eq!(
            refusal_of(|value| value["gateway"]["wallet"] = json!("https://elsewhere.example")),
            "The configuration’s “gateway.wallet” must be a path on this origin, beginning with one “/”."
        );
        assert_eq!(
            refusal_of(|value| value["verification"]["money"] = json!("answered")),
            "The configuration’s “verification.money” must be none or attested: no rep can reach “answered” in this portal."
        );
        assert_eq!(
            refusal_of(|value| value["session"]["warnMinutes"] = json!(20)),
            "The configuration’s “session.warnMinutes” must be less than idleMinutes."
        );
        assert_eq!(refusal_of(|value| *value = json!([])), "The configuration file must be a JSON object.");
        assert_eq!(
            refusal_of(|value| drop(value.as_object_mut().map(|root| root.remove("tenant")))),
            "The configuration’s “tenant” must be an object."
        );
    }
}
