//! What an account is made from: its product, its calendar, how it is repaid, and how it is used. All of it follows from
//! the account's code, or was chosen for a known customer; what changed since is in `state`.

use super::{
    ISSUER,
    calendar::{Closures, Day, Millis, month_of},
    guide::Printed,
    numbers::{AccountCode, AccountNumber},
    planted::Planted,
};

/// An account as it was in the beginning.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) number: AccountNumber,
    pub(crate) code: AccountCode,
    /// As it travels. The guide's accounts have the guide's own.
    pub(crate) reference: String,
    /// In the issuer's own system.
    pub(crate) external: Option<String>,
    pub(crate) wanted: Wanted,
    pub(crate) cards: Vec<Card>,
    pub(crate) iban: String,
    pub(crate) bic: String,
}

/// What can be chosen about an account.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(crate) product: Product,
    pub(crate) opened: Day,
    pub(crate) closures: Closures,
    pub(crate) repayment: Repayment,
    /// In cents; none for a debit account.
    pub(crate) limit: i64,
    pub(crate) usage: Usage,
    /// The place of the account above it, which pays for it.
    pub(crate) below: Option<u8>,
    /// What its answers lack.
    pub(crate) unstated: Unstated,
    /// Under which stamp a statement is asked for.
    pub(crate) statements_at: StatementStamp,
    /// What stands in the way of its cards, for a known customer.
    pub(crate) planted: Planted,
    /// Printed in the guide instead of made here.
    pub(crate) printed: Option<Printed>,
    /// The issuer that keeps it: this one, or a sub-issuer.
    pub(crate) issuer: &'static str,
    /// How many cards it has, where that was chosen.
    pub(crate) cards: Option<u8>,
}

/// What is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Product {
    Classic,
    Gold,
    Debit,
    Business,
    /// The one that is no Visa.
    World,
}

/// A scheme in the three ways in which answers name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scheme {
    /// In a dispute folder's name (public).
    pub(crate) letter: &'static str,
    /// `VISA` (seed 004:2970).
    pub(crate) brand: &'static str,
    /// `VIS` (seed 004:2972).
    pub(crate) code: &'static str,
}

/// How a statement is repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repayment {
    /// By direct debit: so many hundredths of the balance.
    DirectDebit(i64),
    /// As the customer transfers.
    Transfer,
}

/// How much and where cards are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Usage {
    pub(crate) purchases: (u64, u64),
    /// Of a hundred purchases.
    pub(crate) abroad: u64,
    pub(crate) habit: Habit,
    /// Of a hundred months in which a payment comes back.
    pub(crate) returned: u64,
    /// None comes back before this day.
    pub(crate) returned_since: Option<Day>,
    /// Of a hundred months with a declined card.
    pub(crate) declines: u64,
    /// Whether statements are sent by post, which costs.
    pub(crate) by_post: bool,
}

/// What is out of the ordinary about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    Ordinary,
    /// In Japan all the time.
    InJapan,
    /// At kiosks, many times a day.
    AtKiosks,
    /// Never yet.
    Never,
}

/// Amounts that an answer does not state, as happens (seed 004:2143).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Unstated {
    #[default]
    Nothing,
    /// Here an amount is missing, there it is an empty object.
    SomeAmounts,
}

/// Under which stamp a platform finds a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StatementStamp {
    /// The one that the list gives (seed 004:595).
    #[default]
    Listed,
    /// 23:59:59 on its local day (public).
    EndOfDay,
}

/// A card of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) reference: String,
    /// First six and last four digits.
    pub(crate) masked: String,
    pub(crate) pan_reference: String,
}

impl Plan {
    /// When a cycle begins and closes, counted from the first.
    pub(crate) fn cycle(&self, index: usize) -> (Millis, Millis) {
        let closure = |index: i64| self.closure(index).midnight();
        let index = index as i64;
        let start = if index == 0 { self.wanted.opened.midnight() } else { closure(index - 1) };
        (start, closure(index))
    }

    /// The day at whose beginning a cycle closes.
    pub(crate) fn closure(&self, index: i64) -> Day {
        self.wanted.closures.in_month(month_of(self.wanted.opened) + 1 + index)
    }

    pub(crate) fn is_credit(&self) -> bool {
        self.wanted.product != Product::Debit
    }

    /// Whether it has statements: an account below another is on that account's.
    pub(crate) fn pays(&self) -> bool {
        self.is_credit() && self.wanted.below.is_none()
    }
}

impl Product {
    /// What the issuer calls it.
    pub(crate) fn reference(self) -> &'static str {
        match self {
            Self::Classic => "PDT_1234_VISA_CREDIT_CLASSIC",
            Self::Gold => "PDT_1234_VISA_CREDIT_GOLD",
            Self::Debit => "PDT_1234_DEBIT",
            Self::Business => "PDT_1234_VISA_BUSINESS",
            Self::World => "PDT_1234_MASTERCARD_WORLD",
        }
    }

    /// What the account is called.
    pub(crate) fn account_name(self) -> &'static str {
        match self {
            Self::Classic => "Visa Classic",
            Self::Gold => "Visa Gold",
            Self::Debit => "Visa Debit",
            Self::Business => "Visa Business",
            Self::World => "Mastercard World",
        }
    }

    pub(crate) fn contract_type(self) -> &'static str {
        if self == Self::Business { "CORPORATE" } else { "CONSUMER" }
    }

    /// Pay now or pay later.
    pub(crate) fn working_mode(self) -> &'static str {
        if self == Self::Debit { "PAY_NOW" } else { "PAY_LATER" }
    }

    /// First six digits of its cards.
    pub(crate) fn first_digits(self) -> &'static str {
        match self {
            Self::Classic => "454617",
            Self::Gold => "454618",
            Self::Debit => "424201",
            Self::Business => "448590",
            Self::World => "545617",
        }
    }

    /// The scheme of its cards.
    pub(crate) fn scheme(self) -> Scheme {
        match self {
            Self::World => Scheme { letter: "M", brand: "MasterCard", code: "MCI" },
            _ => Scheme { letter: "V", brand: "VISA", code: "VIS" },
        }
    }

    /// The scheme's code of the card's type.
    pub(crate) fn card_type(self) -> &'static str {
        match self {
            Self::Gold => "P",
            Self::Business => "S",
            _ => "F",
        }
    }
}

impl Usage {
    pub(crate) const ORDINARY: Self = Self {
        purchases: (4, 14),
        abroad: 12,
        habit: Habit::Ordinary,
        returned: 0,
        returned_since: None,
        declines: 30,
        by_post: false,
    };
    pub(crate) const NONE: Self =
        Self { purchases: (0, 0), abroad: 0, habit: Habit::Never, declines: 0, ..Self::ORDINARY };
}

impl Wanted {
    /// A credit account that nothing is remarkable about.
    pub(crate) const fn ordinary(opened: Day) -> Self {
        Self {
            product: Product::Classic,
            opened,
            closures: Closures::Monthly(15),
            repayment: Repayment::DirectDebit(100),
            limit: 300_000,
            usage: Usage::ORDINARY,
            below: None,
            unstated: Unstated::Nothing,
            statements_at: StatementStamp::Listed,
            planted: Planted::NONE,
            printed: None,
            issuer: ISSUER,
            cards: None,
        }
    }
}
