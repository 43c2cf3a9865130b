//! What a new dispute will do, beside the form and in the question before it is sent.

use contract::{Amount, Money, operations::issuing::operations::AccountOperation};
use leptos::prelude::*;

use super::draft::Draft;
use crate::{
    features::disputes::balance,
    ui::{amount::amount_text, dialog::before_and_after, region::region},
};

/// What the cardholder still carries, before and after.
pub fn view(operation: &AccountOperation, draft: &Draft) -> AnyView {
    let (operation, draft) = (operation.clone(), draft.clone());
    let table = move || before_and_after("What will change", heads(), rows(&operation, &draft));
    let body = view! {
        {table}
        <p class="hint">"Fees on top of the operation are not in it: the folder shows them."</p>
    };
    region("dispute-effect", "Effect", ().into_any(), body.into_any())
}

/// The table's heads.
pub fn heads() -> [String; 3] {
    ["What".into(), "Now".into(), "Then".into()]
}

/// Its lines. Tracked.
pub fn rows(operation: &AccountOperation, draft: &Draft) -> Vec<(&'static str, String, String)> {
    let disputed = operation.reference_amount.as_ref();
    let money = draft.money(operation);
    let after = balance::after_creation(disputed, &money);
    let issuer = money.iter().cloned().reduce(|sum, one| Money { value: sum.value.saturating_add(one.value), ..sum });
    let zero = disputed.and_then(Amount::stated).map(|all| balance::amount_of(&Money { value: 0, ..all }));
    let carries = issuer.as_ref().map(balance::amount_of).or(zero.clone());
    // What will be refused is not shown as if it could be had.
    let then = |amount: Option<&Amount>| match balance::too_much(disputed, &money) {
        true => balance::TOO_MUCH.to_owned(),
        false => amount_text(amount),
    };
    vec![
        ("In dispute", "No".into(), "Yes".into()),
        ("Outstanding balance", amount_text(disputed), then(after.as_ref())),
        ("The issuer carries", amount_text(zero.as_ref()), then(carries.as_ref())),
    ]
}
