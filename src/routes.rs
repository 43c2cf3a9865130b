//! Every place in the portal, and the only author of an address.

use std::fmt;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: search and its matches. The query stays out of the address.
    Search,
    /// `/customers/:key` and its sections, and one thing in a section: a statement, an operation, a dispute folder.
    Customer(OpaqueKey, Section, Option<Detail>),
    /// Anything else.
    Unknown,
}

/// Stands for a customer in addresses and storage, and says nothing about them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpaqueKey(pub String);

/// Names one thing in a section by what the gateway calls it, which says nothing about a person: a closure, an id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Detail(pub String);

/// A section of a customer's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// What stands in the caller's way, and every panel in short.
    Overview,
    /// What was charged, cycle by cycle.
    Statements,
    /// What was posted, and what the cards were asked for.
    Operations,
    /// What the caller does not accept, folder by folder.
    Disputes,
    /// How much may be spent.
    Limits,
    /// How much, how often and where a card may be used.
    Controls,
    /// The wallet's devices.
    Devices,
    /// What was paid with the wallet.
    Receipts,
    /// How well the caller is known.
    Verification,
    /// What was done in this call.
    Activity,
}

impl Section {
    /// In the order of the navigation.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Statements,
        Self::Operations,
        Self::Disputes,
        Self::Limits,
        Self::Controls,
        Self::Devices,
        Self::Receipts,
        Self::Verification,
        Self::Activity,
    ];

    /// As the navigation names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Statements => "Statements",
            Self::Operations => "Operations",
            Self::Disputes => "Disputes",
            Self::Limits => "Limits",
            Self::Controls => "Card controls",
            Self::Devices => "Devices",
            Self::Receipts => "Receipts",
            Self::Verification => "Verification",
            Self::Activity => "Activity",
        }
    }

    /// The letter that follows `g`.
    pub const fn letter(self) -> char {
        match self {
            Self::Overview => 'o',
            Self::Statements => 's',
            Self::Operations => 'p',
            Self::Disputes => 'i',
            Self::Limits => 'l',
            Self::Controls => 'c',
            Self::Devices => 'd',
            Self::Receipts => 'r',
            Self::Verification => 'v',
            Self::Activity => 'a',
        }
    }

    /// Whether it is about the account in view, and so shows nothing for a wallet without an issuing customer.
    pub const fn needs_account(self) -> bool {
        matches!(self, Self::Statements | Self::Operations | Self::Disputes | Self::Limits | Self::Controls)
    }

    /// Whether it is about the wallet, and so shows nothing for an issuing customer who has none.
    pub const fn needs_wallet(self) -> bool {
        matches!(self, Self::Devices | Self::Receipts)
    }

    /// As its address ends; empty for the overview.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Statements => "statements",
            Self::Operations => "operations",
            Self::Disputes => "disputes",
            Self::Limits => "limits",
            Self::Controls => "controls",
            Self::Devices => "devices",
            Self::Receipts => "receipts",
            Self::Verification => "verification",
            Self::Activity => "activity",
        }
    }

    /// The section whose address ends so.
    pub fn ending(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.segment() == segment)
    }

    /// Whether one thing in it has an address of its own.
    const fn has_details(self) -> bool {
        matches!(self, Self::Statements | Self::Operations | Self::Disputes)
    }
}

/// Before the number of an operation that is to be disputed. No folder's name begins so.
const NEW: &str = "new-";

impl Detail {
    /// The number of the operation that is to be disputed, where it is the place of a new dispute.
    pub fn new_dispute(&self) -> Option<&str> {
        self.0.strip_prefix(NEW).filter(|operation| !operation.is_empty())
    }
}

impl Route {
    /// A new dispute about the operation with this number.
    pub fn new_dispute(key: &OpaqueKey, operation: &str) -> Self {
        Self::detail(key, Section::Disputes, format!("{NEW}{operation}"))
    }

    /// A customer's first screen.
    pub fn overview(key: &OpaqueKey) -> Self {
        Self::section(key, Section::Overview)
    }

    /// A section of a customer's screen.
    pub fn section(key: &OpaqueKey, section: Section) -> Self {
        Self::Customer(key.clone(), section, None)
    }

    /// One thing in a section.
    pub fn detail(key: &OpaqueKey, section: Section, name: impl Into<String>) -> Self {
        Self::Customer(key.clone(), section, Some(Detail(name.into())))
    }

    /// Where "back" leads: from one thing to its section, from a section to the overview, from there to the search.
    pub fn above(&self) -> Self {
        match self {
            Self::Customer(key, section, Some(_)) => Self::section(key, *section),
            Self::Customer(key, section, None) if *section != Section::Overview => Self::overview(key),
            _ => Self::Search,
        }
    }

    /// The address of the place.
    pub fn href(&self) -> String {
        let Self::Customer(key, section, detail) = self else { return "/".into() };
        let mut href = format!("/customers/{key}");
        for part in [Some(section.segment()), detail.as_ref().map(|detail| detail.0.as_str())].into_iter().flatten() {
            if !part.is_empty() {
                href = format!("{href}/{}", contract::encode(part));
            }
        }
        href
    }

    /// The place at this address.
    pub fn parse(path: &str) -> Self {
        if path == "/" {
            return Self::Search;
        }
        let Some(rest) = path.strip_prefix("/customers/") else { return Self::Unknown };
        let mut parts = rest.splitn(3, '/');
        let key = parts.next().unwrap_or_default();
        let segment = parts.next();
        let section = Section::ending(segment.unwrap_or_default());
        let detail = parts.next().map(|part| contract::decode(part).map(Detail));
        match (section, detail) {
            _ if key.is_empty() || segment == Some("") => Self::Unknown,
            (Some(section), None) => Self::Customer(OpaqueKey(key.into()), section, None),
            (Some(section), Some(Some(detail))) if section.has_details() && !detail.0.is_empty() => {
                Self::Customer(OpaqueKey(key.into()), section, Some(detail))
            }
            _ => Self::Unknown,
        }
    }
}

impl fmt::Display for OpaqueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> OpaqueKey {
        OpaqueKey("9f2c".into())
    }

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        let mut places = vec![Route::Search];
        places.extend(Section::ALL.map(|section| Route::section(&key(), section)));
        for section in Section::ALL.into_iter().filter(|section| section.has_details()) {
            for name in ["2022-07-28T22:00:00Z", "next", "D-V-1234-2319-19", "a/b?c#d %"] {
                places.push(Route::detail(&key(), section, name));
            }
        }
        for place in places {
            assert_eq!(Route::parse(&place.href()), place);
        }
    }

    #[test]
    fn a_statement_is_named_by_its_closure() {
        let statement = Route::detail(&key(), Section::Statements, "2022-07-28T22:00:00Z");
        assert_eq!(statement.href(), "/customers/9f2c/statements/2022-07-28T22%3A00%3A00Z");
        assert_eq!(Route::parse("/customers/9f2c/statements/2022-07-28T22:00:00Z"), statement);
    }

    #[test]
    fn a_new_dispute_is_named_by_its_operation() {
        let Route::Customer(_, Section::Disputes, Some(place)) = Route::new_dispute(&key(), "1000000000354873") else {
            panic!("a place in the disputes")
        };
        assert_eq!(place.new_dispute(), Some("1000000000354873"));
        assert_eq!(Detail("D-V-1234-2319-19".into()).new_dispute(), None);
        assert_eq!(Detail("new-".into()).new_dispute(), None);
    }

    #[test]
    fn back_leads_one_step_up() {
        let statement = Route::detail(&key(), Section::Statements, "next");
        assert_eq!(statement.above(), Route::section(&key(), Section::Statements));
        assert_eq!(statement.above().above(), Route::overview(&key()));
        assert_eq!(Route::overview(&key()).above(), Route::Search);
    }

    #[test]
    fn an_address_that_leads_nowhere_is_known_as_such() {
        for path in [
            "/customers/",
            "/customers/9f2c/",
            "/customers/9f2c/nothing",
            "/customers/9f2c/devices/one",
            "/customers/9f2c/statements/",
            "/customers/9f2c/statements/%ZZ",
            "/elsewhere",
            "",
        ] {
            assert_eq!(Route::parse(path), Route::Unknown, "{path}");
        }
    }

    #[test]
    fn no_two_sections_share_a_letter() {
        let letters: std::collections::HashSet<_> = Section::ALL.iter().map(|section| section.letter()).collect();
        assert_eq!(letters.len(), Section::ALL.len());
    }
}
