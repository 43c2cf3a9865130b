//! What is kept in the browser's storage, and what never is.

use care_portal::{
    browser::{storage, time},
    routes::OpaqueKey,
    session::{Earlier, JournalStep, Mark, Rep, UnlockJournal, are_marks_left, opaque_key},
};
use contract::WalletCustomer;
use wasm_bindgen_test::wasm_bindgen_test;

fn customer(id: &str) -> WalletCustomer {
    serde_json::from_value(serde_json::json!({
        "customerUri": "certnew:entity:customer#1", "customerId": id, "firstName": "Paul", "lastName": "Casey",
        "email": "paul@example.com", "phone": "5089991234"
    }))
    .expect("a record")
}

fn rep(subject: &str) -> Rep {
    Rep { subject: subject.into(), name: "Robin Keller".into(), roles: Vec::new() }
}

fn everything() -> String {
    let names = storage::keys_with_prefix("");
    names.iter().map(|name| format!("{name}={}\n", storage::read(name).unwrap_or_default())).collect()
}

#[wasm_bindgen_test]
fn a_key_is_always_the_same_for_a_record_and_tells_nothing_about_it() {
    let key = opaque_key(&customer("vmiTxZcaSEym"));
    assert_eq!(key, opaque_key(&customer("vmiTxZcaSEym")));
    assert_ne!(key, opaque_key(&customer("latYxDdNJhzm")));
    assert!(key.0.len() == 16 && key.0.chars().all(|sign| sign.is_ascii_hexdigit()), "{key}");
}

#[wasm_bindgen_test]
fn its_salt_is_random_kept_in_this_browser_and_all_that_is_kept() {
    let _ = opaque_key(&customer("vmiTxZcaSEym"));
    let salt = storage::read("care-portal.salt").expect("a salt");
    assert!(salt.len() == 32 && salt.chars().all(|sign| sign.is_ascii_hexdigit()), "{salt}");
    for personal in ["Paul", "Casey", "paul@example.com", "5089991234", "vmiTxZcaSEym", "customer#1"] {
        assert!(!everything().contains(personal), "{personal} is kept");
    }
}

#[wasm_bindgen_test]
fn an_unlock_is_remembered_until_its_end_was_seen() {
    let key = OpaqueKey("00000000000000aa".into());
    let journal = UnlockJournal::of(&key);
    assert_eq!(journal.interrupted(), None);
    assert!(journal.write(JournalStep::Deactivating, 1_000, &rep("robin")));
    assert!(journal.write(JournalStep::Reactivating, 2_000, &rep("robin")));
    let remembered = UnlockJournal::of(&key).interrupted().expect("remembered");
    assert_eq!((remembered.step, remembered.at), (JournalStep::Reactivating, 2_000));
    assert!(UnlockJournal::all_interrupted().contains(&remembered));
    journal.clear();
    assert_eq!(UnlockJournal::of(&key).interrupted(), None);
    assert!(UnlockJournal::all_interrupted().iter().all(|other| other.key != key));
}

#[wasm_bindgen_test]
fn an_unlock_is_its_reps_own_for_a_while_and_names_nobody() {
    let journal = UnlockJournal::of(&OpaqueKey("00000000000000ee".into()));
    assert_eq!(journal.earlier(&rep("robin")), Earlier::Nothing);
    assert!(journal.write(JournalStep::Reactivating, time::now(), &rep("robin")));
    assert_eq!(journal.earlier(&rep("robin")), Earlier::Broken);
    assert_eq!(journal.earlier(&rep("sascha")), Earlier::Old);
    assert!(!everything().contains("robin") && !everything().contains("Robin"));
    journal.clear();
}

#[wasm_bindgen_test]
fn what_somebody_else_wrote_under_its_name_is_not_taken_for_a_journal() {
    assert!(storage::write("care-portal.unlock.00000000000000bb", "something else"));
    assert_eq!(UnlockJournal::of(&OpaqueKey("00000000000000bb".into())).interrupted(), None);
    storage::remove("care-portal.unlock.00000000000000bb");
}

#[wasm_bindgen_test]
fn unlocks_of_two_wallets_are_remembered_apart() {
    let (one, other) = (OpaqueKey("00000000000000cc".into()), OpaqueKey("00000000000000dd".into()));
    assert!(UnlockJournal::of(&one).write(JournalStep::Deactivating, 1, &rep("robin")));
    assert_eq!(UnlockJournal::of(&other).interrupted(), None);
    UnlockJournal::of(&one).clear();
}

const DAY: i64 = 24 * 60 * 60 * 1000;

/// As a fee leaves one that was sent so many days ago.
fn leave(name: &str, days_ago: i64) {
    let text =
        format!("postFeeOperation {} operations c a 2025-07-15T10:15:00Z r ISSUER", time::now() - days_ago * DAY);
    assert!(storage::write(&format!("care-portal.change.{name}"), &text));
}

#[wasm_bindgen_test]
fn what_was_left_open_is_found_by_its_customer_and_goes_when_a_statement_has_shown_it() {
    assert!(!are_marks_left());
    let one = OpaqueKey("000000000000001a".into());
    leave("000000000000001a.p-new", 0);
    leave("000000000000001a.p-older", 34);
    leave("000000000000001a.p-old", 36);
    leave("000000000000001b.p-new", 0);
    assert!(storage::write("care-portal.change.000000000000001a.p-foreign", "something else"));
    let ids = |marks: Vec<Mark>| marks.iter().map(Mark::id).collect::<Vec<_>>();
    assert_eq!(ids(Mark::of(&one)), ["p-older", "p-new"], "oldest first");
    assert_eq!(Mark::all().len(), 3);
    assert_eq!(storage::read("care-portal.change.000000000000001a.p-old"), None, "nobody needs it any more");
    Mark::all().iter().for_each(Mark::clear);
    assert!(Mark::of(&one).is_empty());
    storage::remove("care-portal.change.000000000000001a.p-foreign");
    assert!(!are_marks_left());
}
