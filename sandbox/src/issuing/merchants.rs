//! Where generated cards are used.

/// Somebody who takes cards, and what is usual there.
#[derive(Debug)]
pub(crate) struct Merchant {
    pub(crate) name: &'static str,
    pub(crate) city: &'static str,
    /// ISO 3166 numeric, as an operation states it (seed 004:527).
    pub(crate) country: &'static str,
    /// The merchant's trade.
    pub(crate) category: &'static str,
    pub(crate) channel: Channel,
    pub(crate) currency: &'static Currency,
    /// In minor units of that currency.
    pub(crate) least: u64,
    pub(crate) most: u64,
}

/// How the card is used there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    Shop,
    Contactless,
    Internet,
    /// A subscription on the internet.
    Recurring,
    CashMachine,
}

/// What is paid with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Currency {
    pub(crate) iso_code: &'static str,
    pub(crate) exponent: u8,
    /// So many cents of a euro for a thousand minor units.
    pub(crate) cents_a_thousand: i64,
    /// The rate as it is printed.
    pub(crate) rate: &'static str,
}

impl Currency {
    /// What the account is charged in cents.
    pub(crate) fn in_cents(&self, minor: i64) -> i64 {
        (minor * self.cents_a_thousand + 500) / 1000
    }
}

pub(crate) const EURO: Currency = Currency { iso_code: "EUR", exponent: 2, cents_a_thousand: 1000, rate: "1" };
pub(crate) const YEN: Currency = Currency { iso_code: "JPY", exponent: 0, cents_a_thousand: 661, rate: "0.00661" };
const DOLLAR: Currency = Currency { iso_code: "USD", exponent: 2, cents_a_thousand: 925, rate: "0.925" };
const POUND: Currency = Currency { iso_code: "GBP", exponent: 2, cents_a_thousand: 1170, rate: "1.17" };
const FRANC: Currency = Currency { iso_code: "CHF", exponent: 2, cents_a_thousand: 1045, rate: "1.045" };
const DINAR: Currency = Currency { iso_code: "KWD", exponent: 3, cents_a_thousand: 302, rate: "3.02" };

const fn at(
    name: &'static str,
    city: &'static str,
    country: &'static str,
    category: &'static str,
    channel: Channel,
    currency: &'static Currency,
    (least, most): (u64, u64),
) -> Merchant {
    Merchant { name, city, country, category, channel, currency, least, most }
}

#[rustfmt::skip]
pub(crate) const AT_HOME: &[Merchant] = &[
    at("BAECKEREI SONNENKORN", "BERLIN", "276", "5462", Channel::Contactless, &EURO, (180, 1490)),
    at("FRISCHEMARKT NORD", "HAMBURG", "276", "5411", Channel::Contactless, &EURO, (640, 9800)),
    at("FRISCHEMARKT NORD", "BERLIN", "276", "5411", Channel::Shop, &EURO, (1200, 14500)),
    at("DROGERIE LINDENHOF", "LEIPZIG", "276", "5912", Channel::Contactless, &EURO, (395, 6200)),
    at("TANKHOF SUEDRING", "MUENCHEN", "276", "5541", Channel::Shop, &EURO, (2500, 11900)),
    at("STADTVERKEHR TICKETS", "FRANKFURT", "276", "4111", Channel::Contactless, &EURO, (290, 4900)),
    at("RISTORANTE AL PONTE", "KOELN", "276", "5812", Channel::Shop, &EURO, (1850, 12800)),
    at("BUCHHANDLUNG AM DOM", "KOELN", "276", "5942", Channel::Shop, &EURO, (899, 7400)),
    at("KLEIDERKAMMER ONLINE", "4930555020", "276", "5651", Channel::Internet, &EURO, (1990, 23900)),
    at("ELEKTROWELT24", "4989555077", "276", "5732", Channel::Internet, &EURO, (1499, 89900)),
    at("STREAMHAUS ABO", "4930555001", "276", "4899", Channel::Recurring, &EURO, (999, 1799)),
    at("FITNESSWERK MITGLIED", "BERLIN", "276", "7997", Channel::Recurring, &EURO, (2490, 4990)),
    at("GELDAUTOMAT SPARBANK", "BERLIN", "276", "6011", Channel::CashMachine, &EURO, (5000, 40000)),
    at("BLUMEN MUELLER", "DRESDEN", "276", "5992", Channel::Contactless, &EURO, (800, 5400)),
    at("MOEBELHOF", "NUERNBERG", "276", "5712", Channel::Shop, &EURO, (4900, 129000)),
    at("RADLADEN OST", "LEIPZIG", "276", "5940", Channel::Shop, &EURO, (1290, 64000)),
];

#[rustfmt::skip]
pub(crate) const ABROAD: &[Merchant] = &[
    at("CAFE DU MARCHE", "LYON", "250", "5814", Channel::Contactless, &EURO, (320, 2900)),
    at("HARBOUR BOOKS", "BOSTON", "840", "5942", Channel::Shop, &DOLLAR, (1200, 9800)),
    at("CLOUD STORAGE PLUS", "18005550143", "840", "5734", Channel::Recurring, &DOLLAR, (299, 1299)),
    at("THE OLD MILL INN", "BRISTOL", "826", "5813", Channel::Shop, &POUND, (1450, 8900)),
    at("BERGBAHN KASSE", "ZERMATT", "756", "7999", Channel::Shop, &FRANC, (2400, 19800)),
    at("RYOKAN HANAMI", "KYOTO", "392", "7011", Channel::Shop, &YEN, (9800, 48600)),
    at("KONBINI SHIROI", "TOKYO", "392", "5499", Channel::Contactless, &YEN, (310, 3450)),
    at("SOUK AL BAHAR", "KUWAIT CITY", "414", "5399", Channel::Shop, &DINAR, (3500, 42750)),
    at("CAMBIO CAIXA", "LISBOA", "620", "6011", Channel::CashMachine, &EURO, (10000, 30000)),
];

/// For a journey through Japan.
#[rustfmt::skip]
pub(crate) const IN_JAPAN: &[Merchant] = &[
    at("RYOKAN HANAMI", "KYOTO", "392", "7011", Channel::Shop, &YEN, (9800, 48600)),
    at("KONBINI SHIROI", "TOKYO", "392", "5499", Channel::Contactless, &YEN, (310, 3450)),
    at("SHINKANSEN KIPPU", "NAGOYA", "392", "4112", Channel::Internet, &YEN, (5940, 27200)),
    at("GINZA STATIONERY", "TOKYO", "392", "5943", Channel::Shop, &YEN, (440, 12100)),
];

/// Small change only: whoever buys here can do so ten thousand times.
#[rustfmt::skip]
pub(crate) const KIOSKS: &[Merchant] = &[
    at("KIOSK AM GLEIS 3", "BERLIN", "276", "5994", Channel::Contactless, &EURO, (90, 890)),
    at("AUTOMAT PAUSENRAUM", "BERLIN", "276", "5814", Channel::Contactless, &EURO, (50, 350)),
    at("STADTVERKEHR TICKETS", "BERLIN", "276", "4111", Channel::Contactless, &EURO, (200, 940)),
];

/// Where a known customer's card was refused.
const ELSEWHERE: &[Merchant] =
    &[at("SPIELBANK AM SEE", "KONSTANZ", "276", "7995", Channel::Shop, &EURO, (2000, 50000))];

/// The one of this name.
pub(crate) fn merchant(name: &str) -> &'static Merchant {
    let all = [AT_HOME, ABROAD, IN_JAPAN, ELSEWHERE].into_iter().flatten();
    all.into_iter().find(|merchant| merchant.name == name).expect("a merchant that is listed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yen_has_no_decimals_and_a_dinar_three() {
        assert_eq!(YEN.in_cents(8335), 5509);
        assert_eq!(DINAR.in_cents(1000), 302);
        assert_eq!(EURO.in_cents(4999), 4999);
    }
}
