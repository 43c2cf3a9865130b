//! Every place in the portal, and the only author of an address.

use std::fmt;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: search and its matches. The query stays out of the address.
    Search,
    /// `/customers/:key` and its sections.
    Customer(OpaqueKey, Section),
    /// Anything else.
    Unknown,
}

/// Stands for a customer in addresses and storage, and says nothing about them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpaqueKey(pub String);

/// A section of a customer's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// What stands in the caller's way, and every panel in short.
    Overview,
    /// The wallet's devices.
    Devices,
    /// How well the caller is known.
    Verification,
    /// What was done in this call.
    Activity,
}

impl Section {
    /// In the order of the navigation.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Devices, Self::Verification, Self::Activity];

    /// As the navigation names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Devices => "Devices",
            Self::Verification => "Verification",
            Self::Activity => "Activity",
        }
    }

    /// The letter that follows `g`.
    pub const fn letter(self) -> char {
        match self {
            Self::Overview => 'o',
            Self::Devices => 'd',
            Self::Verification => 'v',
            Self::Activity => 'a',
        }
    }

    const fn segment(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Devices => "/devices",
            Self::Verification => "/verification",
            Self::Activity => "/activity",
        }
    }
}

impl Route {
    /// A customer's first screen.
    pub fn overview(key: &OpaqueKey) -> Self {
        Self::Customer(key.clone(), Section::Overview)
    }

    /// The address of the place.
    pub fn href(&self) -> String {
        match self {
            Self::Search | Self::Unknown => "/".into(),
            Self::Customer(key, section) => format!("/customers/{key}{}", section.segment()),
        }
    }

    /// The place at this address.
    pub fn parse(path: &str) -> Self {
        if path == "/" {
            return Self::Search;
        }
        let Some(rest) = path.strip_prefix("/customers/") else { return Self::Unknown };
        let (key, segment) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let section = Section::ALL.into_iter().find(|section| section.segment() == segment);
        match section {
            Some(section) if !key.is_empty() => Self::Customer(OpaqueKey(key.into()), section),
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

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        let key = OpaqueKey("9f2c".into());
        let mut places = vec![Route::Search];
        places.extend(Section::ALL.map(|section| Route::Customer(key.clone(), section)));
        for place in places {
            assert_eq!(Route::parse(&place.href()), place);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_is_known_as_such() {
        for path in ["/customers/", "/customers/9f2c/nothing", "/elsewhere", ""] {
            assert_eq!(Route::parse(path), Route::Unknown, "{path}");
        }
    }

    #[test]
    fn no_two_sections_share_a_letter() {
        let letters: std::collections::HashSet<_> = Section::ALL.iter().map(|section| section.letter()).collect();
        assert_eq!(letters.len(), Section::ALL.len());
    }
}
