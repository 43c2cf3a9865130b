//! How ready a dispute is, in a line and a list.

use leptos::prelude::*;

use super::readiness::{Judged, Meter};
use crate::{
    config::Before,
    ui::{icon::icon, region::region},
};

/// The region "Readiness".
pub fn view(meter: Signal<Meter>) -> AnyView {
    let body = move || {
        meter.with(|meter| {
            let (met, all) = (meter.met(), meter.0.len());
            let rows = meter.0.iter().map(row).collect_view();
            view! {
                <p class="meter">
                    <meter min="0" max=all.max(1).to_string() value=met.to_string() aria-label="Readiness"></meter>
                    <span role="status">{said(meter)}</span>
                </p>
                <ul class="rows needs" aria-label="What the reason needs">{rows}</ul>
            }
        })
    };
    region("readiness", "Readiness", ().into_any(), view! { {body} }.into_any())
}

fn said(meter: &Meter) -> String {
    let (met, all) = (meter.met(), meter.0.len());
    match (meter.hindrance(Before::Dispute), meter.hindrance(Before::Chargeback)) {
        (Some(_), _) => format!("{met} of {all}: not enough for a dispute"),
        (None, Some(_)) => format!("{met} of {all}: enough for a dispute, not yet for a chargeback"),
        (None, None) => format!("{met} of {all}: everything is there"),
    }
}

fn row(judged: &Judged) -> AnyView {
    let (picture, word) = if judged.met { ("check", "There") } else { ("off", "Missing") };
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
        let said = |situation: Situation| said(&Meter::of(&rule, &situation));
        assert_eq!(said(Situation::default()), "0 of 3: not enough for a dispute");
        let comment = Situation { comment: true, ..Situation::default() };
        assert_eq!(said(comment.clone()), "1 of 3: enough for a dispute, not yet for a chargeback");
        let asked = questions(&rule).map(str::to_owned).collect();
        assert_eq!(said(Situation { documents: 1, asked, ..comment }), "3 of 3: everything is there");
    }
}
