//! The list itself. Hundreds may match, so its rows are copied.

use leptos::prelude::*;

use super::differences::{Field, Shown};
use crate::{
    routes::Route,
    session::Candidate,
    ui::{
        rows::{BLANK, Patterns, filled},
        wallet_state,
    },
};

/// Everybody, under a head that names the columns and says in which they differ.
pub(super) fn list(candidates: &[Candidate], shown: &[Shown], differing: &[Field]) -> AnyView {
    let mark = |field: Field| differing.contains(&field).then_some("");
    let head = Field::ALL.map(|field| view! { <span data-differs=mark(field)>{field.name()}</span> });
    let mut patterns = Patterns::default();
    let row = |(candidate, shown): (&Candidate, &Shown)| {
        let (state, name) = candidate.record.with_untracked(|record| (record.state(), record.full_name()));
        let state = candidate.without_wallet.is_none().then_some(state);
        let pattern = patterns.of((state, candidate.conflict.is_some()), |(state, conflict)| {
            let cells = Field::ALL.map(|field| {
                let (masked, alone) = (field.is_masked(), field.alone());
                view! { <span class:masked=masked data-differs=mark(field) data-alone=alone>{BLANK}</span> }
            });
            // Its name is what it shows, in the order of the head, which describes the list.
            let claims =
                conflict.then(|| view! { <span class="hidden">"claims the same wallet as another record"</span> });
            view! {
                <li>
                    <a class="match" href=BLANK data-conflict=conflict.then_some("")>
                        <span class="name"><bdi>{BLANK}</bdi></span>
                        {wallet_state::badge_of_any(*state)}
                        {cells.into_iter().collect::<Vec<_>>()}
                        {claims}
                    </a>
                </li>
            }
            .into_any()
        });
        let href = Route::overview(&candidate.key).href();
        pattern.copy([&href, &name].into_iter().chain(shown).map(String::as_str))
    };
    let rows: Vec<_> = candidates.iter().zip(shown).filter_map(row).collect();
    view! {
        <div class="matches">
            <div class="head" id="match-fields" aria-hidden="true"><span>"Name"</span><span>"Wallet"</span>{head}</div>
            <ul aria-label="Matching customers" aria-describedby="match-fields" use:filled=rows></ul>
        </div>
    }
    .into_any()
}
