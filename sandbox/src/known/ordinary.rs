//! Nothing fails here; some are hard to tell apart.

use contract::{Instant, Personal, WalletCustomer};

use super::{
    Known,
    builder::{email, somebody},
};
use crate::{
    handlers::SEED_PHONE,
    people::{Person, person},
};

pub(crate) fn customers() -> Vec<Known> {
    let maria = somebody("maria.alvarez", "Maria", "Alvarez")
        .calling_from("5085550142")
        .living_at("18 Harbor View", "Worcester", "MA", "01604")
        .born("03141985")
        .customer_since(1_462_060_800_000)
        .with_devices(1);
    let miguel = somebody("miguel.alvarez", "Miguel", "Alvarez")
        .calling_from("5085550142")
        .living_at("502 Prospect St", "Framingham", "MA", "01701")
        .born("11021979")
        .customer_since(1_601_510_400_000)
        .with_devices(2)
        .locked();
    let elder =
        somebody("john.twin.senior", "John", "Twin").born("05051950").living_at("7 Mill Rd", "Natick", "MA", "01760");
    let younger =
        somebody("john.twin.junior", "John", "Twin").born("05051980").living_at("7 Mill Rd", "Natick", "MA", "01760");
    vec![
        Known::found(
            SEED_PHONE,
            "the guide's answer word for word: two people, one of them locked, under one wallet identifier",
            vec![],
        ),
        Known::found("pauls_wallet@yahoo.com", "Paul alone, locked, under his own identifier", vec![paul()]),
        Known::found("olivia_wallet_user@hotmail.com", "Olivia alone, active", vec![olivia()]),
        Known::found(
            "5085550142",
            "two people on one telephone, Miguel of them locked: told apart and helped",
            vec![maria, miguel],
        ),
        Known::found("5085550200", "200 people on one telephone: a switchboard", switchboard()),
        Known::found("Twin", "two people of one name at one address, who differ in the birthday", vec![elder, younger]),
        Known::found("Nowhere", "nobody", vec![]),
        Known::by_email(
            "active",
            "an active wallet with two devices",
            somebody("active", "Ada", "Ordinary").with_devices(2),
        ),
        Known::by_email(
            "inactive",
            "an inactive wallet, perhaps for a reason",
            somebody("inactive", "Ines", "Dormant").inactive(),
        ),
        Known::by_email(
            "inactive-and-locked",
            "an inactive and locked wallet",
            somebody("inactive-and-locked", "Igor", "Dormant-Locked").inactive().locked(),
        ),
        Known::by_email("not-stated", "a wallet whose active flag is not stated", not_stated()),
    ]
}

/// The second person of the guide's answer, under the identifier of its activation requests (seed 001:174).
fn paul() -> Person {
    let mut paul = seed_person("pauls_wallet@yahoo.com", "Paul", "Casey", 1_454_792_210_632)
        .living_at("445 Graceland Drive", "Laguna Beach", "CA", "92651")
        .born("07101969")
        .with_devices(2)
        .locked();
    paul.record.customer_uri = "certnew:entity:customer#e1f42d4d-587a-46c1-8de9-2b21846c02c0".into();
    paul.record.customer_id = Some("vmiTxZcaSEym".into());
    paul
}

/// The first person of the guide's answer: the identifier that both bear there is hers.
fn olivia() -> Person {
    let mut olivia = seed_person("olivia_wallet_user@hotmail.com", "Olivia", "Smith", 1_493_069_461_632)
        .living_at("2750 Grove St", "Newton", "MA", "02246")
        .born("08281970")
        .with_devices(1);
    let WalletCustomer { customer_uri, customer_id, address2, .. } = &mut olivia.record;
    *customer_uri = "certnew:entity:customer#bb3c20c6-456a-4484-891d-daaa2ee22da4".into();
    *customer_id = Some("latYxDdNJhzm".into());
    *address2 = Some("Apt 2".into());
    let record = &mut olivia.record;
    record.password_changed_date = Some(Instant::from_epoch_millis(1_493_069_461_703));
    record.passcode_changed_date = Some(Instant::from_epoch_millis(1_493_069_461_705));
    record.security_questions_changed_date = Some(Instant::from_epoch_millis(1_493_069_461_705));
    olivia
}

fn seed_person(address: &str, first_name: &str, last_name: &str, created: i64) -> Person {
    let mut person = somebody(address, first_name, last_name).calling_from("9991234444").customer_since(created);
    let record = &mut person.record;
    record.email = Some(address.into());
    record.username = Some(address.into());
    record.password_changed_date = Some(Instant::from_epoch_millis(created));
    record.passcode_changed_date = Some(Instant::from_epoch_millis(created));
    record.security_questions_changed_date = Some(Instant::from_epoch_millis(created));
    record.last_login_date = None;
    record.email_verified = Some(true);
    record.email_verified_date = None;
    person
}

fn not_stated() -> Person {
    let mut person = somebody("not-stated", "Noor", "Unstated");
    person.record.active = None;
    person
}

/// Numbered beyond all others, so that nobody is there twice.
fn switchboard() -> Vec<Person> {
    let colleague = |number: usize| {
        let mut person = person(1_000_000 + number).calling_from("5085550200");
        let address = Personal::from(email(&format!("switchboard-{number}")));
        person.record.email = Some(address.clone());
        person.record.username = Some(address);
        person
    };
    (0..200).map(colleague).collect()
}
