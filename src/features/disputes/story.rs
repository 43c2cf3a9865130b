//! A folder's story as the rep reads it.

use leptos::prelude::*;

use super::timeline::{Kind, Moment};
use crate::{
    browser::time,
    ui::{amount::amount, icon::icon},
};

/// The list "Timeline".
pub fn timeline(moments: &[Moment], unreadable: usize) -> AnyView {
    let rows = moments.iter().map(row).collect_view();
    let missing = (unreadable > 0).then(|| {
        let rows = if unreadable == 1 { "1 entry".into() } else { format!("{unreadable} entries") };
        view! { <p class="hint">{icon("warning")}{format!(" {rows} could not be read and are not shown.")}</p> }
    });
    view! { {missing}<ol class="timeline" aria-label="Timeline">{rows}</ol> }.into_any()
}

fn row(moment: &Moment) -> AnyView {
    let at = moment.at.as_ref().map_or_else(|| "Date not stated".into(), time::date_and_time);
    let picture = match moment.kind {
        Kind::Scheme => "external",
        Kind::Posting => "shield",
        Kind::Event => "info",
        Kind::Document => "copy",
    };
    // What it means comes first; the gateway's own word is there for whoever needs it.
    let (title, word) = match moment.means {
        "" => (moment.word.clone(), None),
        means => (means.to_owned(), Some(moment.word.clone()).filter(|word| !word.is_empty())),
    };
    let title = if title.is_empty() { moment.kind.name().to_owned() } else { title };
    let text = Some(moment.text.clone()).filter(|text| !text.is_empty());
    view! {
        <li>
            {icon(picture)}
            <div class="what">
                <p><strong>{title}</strong>" "<small>{moment.kind.name()}</small>{word.map(|word| view! { " "<code>{contract::shown_id(&word)}</code> })}</p>
                {text.map(|text| view! { <p><bdi>{text}</bdi></p> })}
                <p class="hint">{moment.notes.join(" · ")}</p>
            </div>
            <div class="when">
                {moment.amount.as_ref().map(|about| amount(Some(about)))}
                <time>{at}</time>
            </div>
        </li>
    }
    .into_any()
}
