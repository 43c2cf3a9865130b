//! Why a button is disabled: the rules, as a pure function.

use contract::{Configuration, Spec, StatusShape};

use super::{Conflict, Records};
use crate::config::Level;

/// What decides whether an operation may be called for the caller in view.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// How the issuer's wallets are kept.
    pub configuration: Configuration,
    /// What the issuer asks for this kind of action.
    pub asked: Level,
    /// How well the caller is known at this moment.
    pub reached: Level,
    /// Whether the caller has a wallet.
    pub wallet: bool,
    /// Several records claim this wallet.
    pub conflict: Option<Conflict>,
    /// Whether the wallet and the issuer's record are about one person.
    pub records: Records,
    /// Whether there is a network.
    pub online: bool,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindrance {
    /// For the rep.
    pub reason: String,
    /// Whether verifying the caller would remove it.
    pub verify: bool,
}

impl Hindrance {
    /// For a rep who has just confirmed: the button could be pressed, and this came in between.
    pub fn at_the_last_moment(self) -> String {
        if self.verify {
            return "The caller is not verified any more. Verify the caller, then confirm again.".into();
        }
        self.reason
    }
}

/// Why nothing of a wallet can be shown or changed.
pub const NO_WALLET: &str = "This customer has no wallet.";

/// Why nothing is changed before a rep has settled it.
pub const RECORDS_DIFFER: &str = "The wallet and the issuer’s record differ in the name or the birth date. Settle first whether they are one person.";
/// Why nothing is changed yet.
const BEING_COMPARED: &str = "The issuer’s record is being compared with the wallet. Wait a moment.";
/// Why nothing of the issuer's is shown or changed.
pub const TWO_PEOPLE: &str = "You said that the issuer’s record is another person’s.";

/// The first thing that stands in the way; what cannot be helped comes first.
pub fn hindrance(spec: &Spec, circumstances: &Circumstances) -> Option<Hindrance> {
    let because = |reason: String| Some(Hindrance { reason, verify: false });
    let Circumstances { configuration, asked, reached, wallet, conflict, records, online } = circumstances;
    if !spec.exists_in(*configuration) {
        return because(format!(
            "Not available in the {} configuration: {}.",
            configuration.name(),
            match configuration {
                Configuration::External => "this issuer keeps its wallets in a system of its own",
                _ => "this issuer's identity provider manages it",
            }
        ));
    }
    if !wallet && spec.status_shape != StatusShape::Absent {
        return because(NO_WALLET.into());
    }
    if let Some(conflict) = conflict {
        return because(conflict.sentence());
    }
    let of_issuer = spec.status_shape == StatusShape::Absent;
    match records {
        Records::BeingCompared if spec.writes() => return because(BEING_COMPARED.into()),
        Records::Differ if spec.writes() => return because(RECORDS_DIFFER.into()),
        Records::TwoPeople if of_issuer => return because(TWO_PEOPLE.into()),
        _ => {}
    }
    if spec.writes() && !online {
        return because("You are offline. Nothing is sent until the network is back.".into());
    }
    if reached >= asked {
        return None;
    }
    match asked {
        Level::Answered => because("This issuer asks that the gateway confirms the caller's answers first.".into()),
        _ => Some(Hindrance { reason: "Verify the caller first.".into(), verify: true }),
    }
}

#[cfg(test)]
mod tests {
    use contract::{Operation, operations::*};

    use super::*;

    const UNLOCK: Spec = UpdateCustomerActivation::SPEC;

    fn fine() -> Circumstances {
        Circumstances {
            configuration: Configuration::Wlw,
            asked: Level::Attested,
            reached: Level::Attested,
            wallet: true,
            conflict: None,
            records: Records::Agree,
            online: true,
        }
    }

    fn reason(circumstances: Circumstances) -> String {
        hindrance(&UNLOCK, &circumstances).map(|hindrance| hindrance.reason).unwrap_or_default()
    }

    #[test]
    fn nothing_stands_in_the_way_of_a_verified_caller() {
        assert_eq!(hindrance(&UNLOCK, &fine()), None);
    }

    #[test]
    fn an_unverified_caller_can_be_verified() {
        let found = hindrance(&UNLOCK, &Circumstances { reached: Level::None, ..fine() });
        assert_eq!(found, Some(Hindrance { reason: "Verify the caller first.".into(), verify: true }));
    }

    #[test]
    fn a_verification_that_ran_out_behind_an_open_dialog_is_said_to_have_run_out() {
        let said = |circumstances| hindrance(&UNLOCK, &circumstances).map(Hindrance::at_the_last_moment);
        let ran_out = said(Circumstances { reached: Level::None, ..fine() });
        assert!(ran_out.is_some_and(|said| said.contains("not verified any more")));
        let offline = said(Circumstances { online: false, ..fine() });
        assert!(offline.is_some_and(|said| said.starts_with("You are offline.")));
    }

    #[test]
    fn an_issuer_that_asks_for_nothing_gets_nothing_asked() {
        assert_eq!(reason(Circumstances { asked: Level::None, reached: Level::None, ..fine() }), "");
    }

    #[test]
    fn what_the_issuer_cannot_call_says_why() {
        assert_eq!(
            reason(Circumstances { configuration: Configuration::External, ..fine() }),
            "Not available in the EXTERNAL configuration: this issuer keeps its wallets in a system of its own."
        );
        assert_eq!(
            reason(Circumstances { configuration: Configuration::WlwIdp, ..fine() }),
            "Not available in the WLW_IDP configuration: this issuer's identity provider manages it."
        );
    }

    #[test]
    fn without_a_wallet_only_the_accounts_can_be_acted_on() {
        let nobodys = Circumstances { wallet: false, ..fine() };
        assert_eq!(reason(nobodys.clone()), "This customer has no wallet.");
        let account = issuing::statements::ReprintStatement::SPEC;
        assert_eq!(hindrance(&account, &nobodys), None);
    }

    #[test]
    fn two_people_on_one_wallet_cannot_be_acted_on() {
        let conflict = Conflict::between(vec!["Olivia Smith".into(), "Paul Casey".into()]);
        assert!(reason(Circumstances { conflict: Some(conflict), ..fine() }).contains("Olivia Smith and Paul Casey"));
    }

    #[test]
    fn while_the_records_differ_nothing_is_written_in_either_half_and_everything_is_read() {
        let fee = issuing::operations::PostFeeOperation::SPEC;
        let read = issuing::accounts::RetrieveAccountBalance::SPEC;
        for (records, said) in [(Records::Differ, RECORDS_DIFFER), (Records::BeingCompared, BEING_COMPARED)] {
            let found = Circumstances { records, ..fine() };
            assert_eq!(reason(found.clone()), said);
            assert_eq!(hindrance(&fee, &found).map(|hindrance| hindrance.reason).as_deref(), Some(said));
            assert_eq!(hindrance(&read, &found), None);
        }
    }

    #[test]
    fn where_they_are_two_people_the_wallet_can_be_changed_and_nothing_of_the_issuers() {
        let found = Circumstances { records: Records::TwoPeople, ..fine() };
        assert_eq!(reason(found.clone()), "");
        let fee = issuing::operations::PostFeeOperation::SPEC;
        assert_eq!(hindrance(&fee, &found).map(|hindrance| hindrance.reason).as_deref(), Some(TWO_PEOPLE));
    }

    #[test]
    fn nothing_is_written_offline_but_reading_is_left_to_try() {
        assert!(reason(Circumstances { online: false, ..fine() }).starts_with("You are offline."));
        let read = RetrieveCustomerDevices::SPEC;
        assert_eq!(hindrance(&read, &Circumstances { online: false, ..fine() }), None);
    }
}
