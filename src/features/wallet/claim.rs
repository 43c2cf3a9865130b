//! Several records claim this wallet. No search settles that; a read by the wallet's own identifier does, and only the rep asks
//! for it.

use contract::{
    Operation, TenantUri, WalletCustomer,
    operations::wallet::{RetrieveCustomerByUri, RetrieveCustomerV2},
};
use leptos::prelude::*;

use crate::{
    browser::time,
    features::trouble::trouble,
    gateway::{Failure, Gateway},
    session::{Caller, Conflict, Entry, Session},
    ui::{
        badge::Tone,
        banner::Banner,
        load::{Asking, Load},
        region::focus_region,
        trouble::Trouble,
    },
};

/// What the last read by the identifier showed. Lives with the caller.
#[derive(Clone, Default)]
struct Checking(Asking<Whose>);

/// Whose wallet it is, as the read shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// The caller's, and nobody else's.
    Theirs,
    /// Somebody else's.
    Another,
    /// Several people's, or nobody's.
    NotSettled,
}

/// The line on top, with the way to settle it where this issuer has one.
pub(super) fn line(session: &Session, caller: &Caller, conflict: &Conflict) -> AnyView {
    let Checking(asking) = caller.keep(Checking::default);
    let state = asking.state();
    let can_be_read = by_uri(&session.gateway) || by_v2(&session.gateway);
    let (session, caller, sentence) = (session.clone(), caller.clone(), conflict.sentence());
    (move || {
        let next = match (can_be_read, state.get()) {
            (false, _) => {
                "This issuer has no read by a wallet’s identifier: pass it on to whoever keeps the wallets.".into()
            }
            (true, Load::Idle) => "A read by the wallet’s own identifier settles it.".into(),
            (true, Load::Waiting | Load::Slow) => "The wallet is being read by its identifier.".into(),
            (true, Load::Ready(whose, _) | Load::Stale(whose, ..)) => whose.words().into(),
            (true, Load::Failed(trouble)) => trouble.sentence,
        };
        let heading = "This wallet cannot be acted on.";
        let banner = Banner::status(Tone::Attention, "warning", heading, format!("{sentence} {next}"));
        let banner = banner.named("What stands in the way");
        if !can_be_read {
            return banner.view();
        }
        let (asking, session, caller) = (asking.clone(), session.clone(), caller.clone());
        banner
            .offering("Read the wallet by its identifier", move || {
                asking.ask(settled(&session, &caller));
                focus_region("main");
            })
            .view()
    })
    .into_any()
}

impl Whose {
    const fn words(self) -> &'static str {
        match self {
            Self::Theirs => "It is this customer’s alone.",
            Self::Another => {
                "Read by its identifier, it is somebody else’s: find this caller’s own wallet by e-mail or customer ID."
            }
            Self::NotSettled => {
                "Read by its identifier, it is still not one person’s: pass it on to whoever keeps the wallets."
            }
        }
    }

    fn of<'a>(known: &WalletCustomer, shown: impl Iterator<Item = (Option<&'a str>, Option<&'a str>)>) -> Self {
        let shown: Vec<_> = shown.collect();
        match shown.as_slice() {
            [(uri, id)] if *uri == Some(known.customer_uri.as_str()) => {
                let own = known.customer_id.as_ref().map(|id| id.as_str());
                if own.is_some() && *id == own { Self::Theirs } else { Self::Another }
            }
            _ => Self::NotSettled,
        }
    }
}

/// Holds nothing of the caller but what it may settle.
fn settled(session: &Session, caller: &Caller) -> impl Future<Output = Result<Whose, Trouble>> + use<> {
    let known = caller.record().get_untracked();
    let (session, conflict, activity) = (session.clone(), caller.conflict(), caller.activity());
    async move {
        let whose = read(&session.gateway, &known).await.map_err(|failure| trouble("The wallet", &failure))?;
        if whose == Whose::Theirs {
            session.settle_claim(&known, &conflict);
            let what = "Read the wallet by its identifier: it is this customer’s alone";
            activity.update(|entries| entries.push(Entry::at_the_desk(time::now(), what)));
        }
        Ok(whose)
    }
}

async fn read(gateway: &Gateway, known: &WalletCustomer) -> Result<Whose, Failure> {
    if by_uri(gateway) {
        let answer = gateway.call(RetrieveCustomerByUri::of(&known.key())).await?.answer;
        let rows = answer.customer_look_up_info.rows;
        let shown =
            rows.iter().map(|row| (Some(row.customer_uri.as_str()), row.customer_id.as_ref().map(|id| id.as_str())));
        return Ok(Whose::of(known, shown));
    }
    let question = RetrieveCustomerV2 {
        customer_uri: Some(known.customer_uri.clone()),
        external_id: None,
        tenant_uri: TenantUri::from(known.issuing_partner_uri.as_str()),
        partner_uri: known.partner_uri.clone(),
    };
    let answer = gateway.call(question).await?.answer;
    let profile = answer.customer.as_ref();
    let id = profile.and_then(|profile| profile.customer_id.as_ref()).or(answer.customer_id.as_ref());
    let uri = profile.and_then(|profile| profile.customer_uri.as_ref()).map(|uri| uri.as_str());
    Ok(Whose::of(known, std::iter::once((uri, id.map(|id| id.as_str())))))
}

/// The whole profile by its URI, which the matrix gives to one configuration (seed 000:89).
fn by_uri(gateway: &Gateway) -> bool {
    gateway.not_offered(&RetrieveCustomerByUri::SPEC).is_none()
}

/// Elsewhere the profile of the mobile transactions, which takes the same URI (seed 003:607).
fn by_v2(gateway: &Gateway) -> bool {
    gateway.not_offered(&RetrieveCustomerV2::SPEC).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_record_of_the_same_person_settles_it() {
        let known =
            WalletCustomer { customer_uri: "u".into(), customer_id: Some("a".into()), ..WalletCustomer::default() };
        let whose = |shown: &[(Option<&'static str>, Option<&'static str>)]| Whose::of(&known, shown.iter().copied());
        assert_eq!(whose(&[(Some("u"), Some("a"))]), Whose::Theirs);
        assert_eq!(whose(&[(Some("u"), Some("b"))]), Whose::Another);
        assert_eq!(whose(&[(Some("u"), None)]), Whose::Another);
        assert_eq!(whose(&[(Some("u"), Some("a")), (Some("u"), Some("b"))]), Whose::NotSettled);
        assert_eq!(whose(&[(Some("v"), Some("a"))]), Whose::NotSettled);
        assert_eq!(whose(&[]), Whose::NotSettled);
    }
}
