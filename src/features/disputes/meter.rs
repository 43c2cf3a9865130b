//! How ready a dispute is, in a line and a list.

use leptos::prelude::*;

use super::readiness::{Judged, Meter};
use crate::{
    config::{Before, NeedKind},
    ui::{icon::icon, region::region},
};

/// How far the dispute is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// No chargeback is with the scheme.
    Before,
    /// One is: nothing is missing any more.
    Sent,
}

/// The region "Readiness".
pub fn view(meter: Signal<Meter>, stage: Stage) -> AnyView {
    let body = move || {
        meter.with(|meter| {
            let (met, all) = (meter.met(), meter.0.len());
            let rows = meter.0.iter().map(|judged| row(judged, stage)).collect_view();
            view! {
                <p class="meter">
                    <meter min="0" max=all.max(1).to_string() value=met.to_string() aria-label="Readiness"></meter>
                    <span role="status">{said(meter, stage)}</span>
                </p>
                <ul class="rows needs" aria-label="What the reason needs">{rows}</ul>
            }
        })
    };
    region("readiness", "Readiness", ().into_any(), view! { {body} }.into_any())
}

fn said(meter: &Meter, stage: Stage) -> String {
    let (met, all) = (meter.met(), meter.0.len());
    let reaches = match stage {
        Stage::Sent => "a chargeback is with the scheme",
        Stage::Before if meter.hindrance(Before::Dispute).is_some() => "not enough for a dispute",
        Stage::Before if meter.hindrance_beforehand().is_some() => "enough for a dispute, not yet for a chargeback",
        Stage::Before if meter.hindrance(Before::Chargeback).is_some() => {
            "the form of the chargeback asks for the rest"
        }
        Stage::Before => "everything is there",
    };
    format!("{met} of {all}: {reaches}")
}

/// How it stands with one of them: a picture and a word.
fn standing(judged: &Judged, stage: Stage) -> (&'static str, &'static str) {
    match (judged.met, stage) {
        (true, _) => ("check", "There"),
        (false, Stage::Sent) => ("off", "Not in the folder"),
        (false, Stage::Before) if judged.kind == NeedKind::OtherTransaction => ("off", "With the chargeback"),
        (false, Stage::Before) if judged.before == Before::Chargeback && judged.comes_with_chargeback() => {
            ("off", "Now or with the chargeback")
        }
        (false, Stage::Before) => ("off", "Missing"),
    }
}

fn row(judged: &Judged, stage: Stage) -> AnyView {
    let (picture, word) = standing(judged, stage);
    let before = match judged.before {
        Before::Dispute => "for the dispute",
        Before::Chargeback => "for a chargeback",
    };
    view! {
        <li data-met=judged.met.then_some("")>
            {icon(picture)}
            <span class="name">{judged.text.clone()}" "<small>{before}</small></span>
            <small>{word}</small>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        config::DisputeReadiness,
        features::disputes::readiness::{Situation, questions},
    };

    #[test]
    fn the_line_says_how_far_it_reaches() {
        let rule = DisputeReadiness::default().rule("COUNTERFEIT_CARD");
        let said = |situation: Situation| said(&Meter::of(&rule, &situation), Stage::Before);
        assert_eq!(said(Situation::default()), "0 of 3: not enough for a dispute");
        let comment = Situation { comment: true, ..Situation::default() };
        assert_eq!(said(comment.clone()), "1 of 3: enough for a dispute, not yet for a chargeback");
        let asked: Vec<String> = questions(&rule).map(str::to_owned).collect();
        let form = Situation { asked: asked.clone(), ..comment.clone() };
        assert_eq!(said(form), "2 of 3: the form of the chargeback asks for the rest");
        assert_eq!(said(Situation { documents: 1, asked, ..comment }), "3 of 3: everything is there");
    }

    #[test]
    fn once_a_chargeback_is_out_nothing_is_missing_or_not_yet() {
        let rule = DisputeReadiness::default().rule("DUPLICATE_TRANSACTION");
        let asked = questions(&rule).map(str::to_owned).collect();
        let meter = Meter::of(&rule, &Situation { comment: true, asked, ..Situation::default() });
        assert_eq!(said(&meter, Stage::Sent), "2 of 3: a chargeback is with the scheme");
        let other = meter.0.last().expect("the other transaction");
        assert_eq!(standing(other, Stage::Sent).1, "Not in the folder");
        assert_eq!(standing(other, Stage::Before).1, "With the chargeback");
    }
}
