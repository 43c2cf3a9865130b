//! One person, two systems, and what goes wrong between them: whose account it is, under which issuer, and whether the two
//! records are of one person. Nothing fails here.

use super::{
    Known,
    accounts::opened,
    builder::{email, somebody},
};
use crate::{
    issuing::{
        SUB_ISSUER, guide,
        plan::{Product, Wanted},
    },
    people::{AtIssuer, Half, HeldCard, Person, PrintedCustomer},
};

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    let ordinary = || Wanted::ordinary(opened());
    let differing = |address: &str, first: &str, last: &str, shows: &'static str, at_issuer: AtIssuer| {
        Known::by_email(address, shows, Person { at_issuer, ..somebody(address, first, last).born("10221960").with_accounts(vec![ordinary()]) })
    };
    let named = |first, last| AtIssuer { first_name: Some(first), last_name: Some(last), birthday: None };
    let born = |birthday| AtIssuer { birthday: Some(birthday), ..AtIssuer::default() };
    vec![
        Known::by_email("andre.switch", "the guide's Andre SWITCH: a debit account of his own, and a card on somebody else's", andre()),
        Known::by_email("maria.switch", "whose account Andre SWITCH holds a card on", maria()),
        Known::by_email("principal", "a credit account with two cards, one of them Sam Supplementary's", somebody("principal", "Petra", "Principal").with_accounts(vec![Wanted { cards: Some(2), ..ordinary() }])),
        Known::by_email("supplementary", "a supplementary card on Petra Principal's account, and no account of one's own", holding(somebody("supplementary", "Sam", "Supplementary"), "principal@sandbox.example")),
        Known::by_email("sub-issuer", "two accounts: the second one is kept by a sub-issuer, and found under that one only", somebody("sub-issuer", "Sunniva", "Subissuer").with_accounts(vec![ordinary(), Wanted { issuer: SUB_ISSUER, product: Product::Gold, ..ordinary() }])),
        differing("other-name", "Nora", "Newname", "the issuer's record bears another name: nothing is changed until somebody has settled that", named("Olga", "Oldname")),
        differing("other-birthday", "Bodo", "Birthday", "the issuer's record bears another day of birth in the same year", born("02281960")),
        differing("other-accents", "Zoë", "Müller-Lüdenscheidt", "the issuer writes the name without accents and in capitals: no difference", named("ZOE", "MUELLER LUEDENSCHEIDT")),
        differing("no-birthday", "Nadia", "Unborn", "the issuer's record states no day of birth: only the names are compared", born("")),
        Known::by_email("listed-twice", "one wallet that a lookup lists twice: one person", twice()),
    ]
}

fn andre() -> Person {
    let printed = PrintedCustomer { reference: "CUS10000375046", external: "PERSON-2023012600010A" };
    let andre = somebody("andre.switch", "Andre", "Switch").born("10221960");
    let mut andre = holding(andre.with_accounts(vec![guide::debit_account()]), "maria.switch@sandbox.example");
    andre.record.customer_id = Some(printed.external.into());
    Person { printed: Some(printed), ..andre }
}

/// Named by the guide by her references alone (seed 004:1378).
fn maria() -> Person {
    let printed = PrintedCustomer { reference: "CUS10000375048", external: "PERSON-2023012600012A" };
    let mut maria = somebody("maria.switch", "Maria", "Switch").with_accounts(vec![guide::debit_account_of_another()]);
    maria.record.external_id = Some(printed.external.into());
    maria.record.email = Some(email("maria.switch").into());
    Person { half: Half::IssuingOnly, printed: Some(printed), ..maria }
}

/// The second card of somebody's first account.
fn holding(person: Person, owner: &'static str) -> Person {
    Person { holds: vec![HeldCard { owner, account: 0, card: 1 }], ..person }
}

fn twice() -> Person {
    let mut person = somebody("listed-twice", "Tove", "Listedtwice");
    person.peculiar.listed_twice = true;
    person
}
