//! A labelled control around a field: label above, hint below it, the error between hint and control.
//!
//! What is typed is about a caller and goes to nobody but the issuer: no spelling service, no suggestions, no autocorrection
//! (which would change a name), no writing assistant. The page itself says so of every field, and that it is not translated.

use leptos::{attr::custom::custom_attribute, ev::Event, prelude::*};

use super::Field;
use crate::ui::icon::icon;

/// How a field looks and what is typed into it.
pub struct Control {
    field: Field,
    label: &'static str,
    hint: Option<String>,
    kind: Kind,
    first: bool,
}

enum Kind {
    /// One line: the native type, a class, and which keys a screen keyboard shows.
    Line(&'static str, &'static str, &'static str),
    /// Several lines.
    Lines,
    /// One of these: what is held, and how it is called.
    Choice(Vec<(String, String)>),
    /// The same, all of them in view.
    Radios(Vec<(String, String)>),
}

impl Control {
    /// A line of text.
    pub fn line(field: &Field, label: &'static str) -> Self {
        Self::new(field, label, Kind::Line("text", "", "text"))
    }

    /// An amount, typed as a person writes it; `typed::amount` converts it.
    pub fn amount(field: &Field, label: &'static str) -> Self {
        Self::new(field, label, Kind::Line("text", "money", "decimal"))
    }

    /// A day; `typed::date` converts it.
    pub fn date(field: &Field, label: &'static str) -> Self {
        Self::new(field, label, Kind::Line("date", "", "none"))
    }

    /// A day and a time by the issuer's clock; `typed::date_and_time` converts it.
    pub fn date_and_time(field: &Field, label: &'static str) -> Self {
        Self::new(field, label, Kind::Line("datetime-local", "", "none"))
    }

    /// Several lines of text.
    pub fn lines(field: &Field, label: &'static str) -> Self {
        Self::new(field, label, Kind::Lines)
    }

    /// One of several: what is held, and how it is called. An empty field shows an empty choice first.
    pub fn choice(field: &Field, label: &'static str, choices: Vec<(String, String)>) -> Self {
        Self::new(field, label, Kind::Choice(choices))
    }

    /// One of a few, all of them in view: one click less than [`Self::choice`].
    pub fn radios(field: &Field, label: &'static str, choices: Vec<(String, String)>) -> Self {
        Self::new(field, label, Kind::Radios(choices))
    }

    /// With a hint.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The field in which a dialog begins.
    pub fn first(self) -> Self {
        Self { first: true, ..self }
    }

    fn new(field: &Field, label: &'static str, kind: Kind) -> Self {
        Self { field: field.clone(), label, hint: None, kind, first: false }
    }

    /// Label, hint, error and control.
    pub fn view(self) -> AnyView {
        let Self { field, label, hint, kind, first } = self;
        let Field { id, text, error, .. } = field.clone();
        let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
        let wrong = {
            let error = error.clone();
            move || error.with(Option::is_some)
        };
        let described = {
            let (wrong, hint_id, error_id) =
                (wrong.clone(), hint.is_some().then_some(hint_id.clone()), error_id.clone());
            move || {
                let ids: Vec<_> = hint_id.clone().into_iter().chain(wrong().then(|| error_id.clone())).collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            }
        };
        let invalid = move || wrong().then_some("true");
        let typed = move |event: Event| field.put(event_target_value(&event));
        let together = matches!(kind, Kind::Radios(_)).then(|| described.clone());
        let control = match kind {
            Kind::Line(kind, class, keys) => view! {
                <input
                    id=id type=kind class=class inputmode=keys autocomplete="off" spellcheck="false"
                    {..custom_attribute("autocorrect", "off")} autocapitalize="off" autofocus=first
                    aria-describedby=described aria-invalid=invalid prop:value=text on:input=typed
                />
            }
            .into_any(),
            Kind::Lines => view! {
                <textarea
                    id=id autocomplete="off" spellcheck="false" {..custom_attribute("autocorrect", "off")} autocapitalize="off"
                    data-gramm="false"
                    autofocus=first aria-describedby=described aria-invalid=invalid prop:value=text on:input=typed
                ></textarea>
            }
            .into_any(),
            Kind::Choice(choices) => {
                let options = options(&text.get_untracked(), choices);
                view! {
                    <select id=id autofocus=first aria-describedby=described aria-invalid=invalid on:input=typed>
                        {options}
                    </select>
                }
                .into_any()
            }
            Kind::Radios(choices) => {
                let radios = choices.into_iter().enumerate();
                let radios =
                    radios.map(|(index, choice)| radio((index == 0).then_some(id), id, &text, choice, typed.clone()));
                view! { <div class="choices">{radios.collect::<Vec<_>>()}</div> }.into_any()
            }
        };
        let error = move || {
            error.get().map(|error| {
                view! { <p class="error" id=error_id.clone()>{icon("warning")}<span>{error}</span></p> }
            })
        };
        let hint = hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> });
        if let Some(described) = together {
            return view! {
                <fieldset class="field" aria-describedby=described><legend>{label}</legend>{hint}{error}{control}</fieldset>
            }
            .into_any();
        }
        view! { <div class="field"><label for=id>{label}</label>{hint}{error}{control}</div> }.into_any()
    }
}

/// One of the radio buttons; the first bears the field's id, so that it gets the focus when something is wrong.
fn radio(
    id: Option<&'static str>,
    name: &'static str,
    text: &ArcRwSignal<String>,
    (held, called): (String, String),
    typed: impl Fn(Event) + 'static,
) -> AnyView {
    let checked = {
        let (text, held) = (text.clone(), held.clone());
        move || text.with(|text| *text == held)
    };
    view! {
        <label class="choice">
            <input type="radio" id=id name=name value=held prop:checked=checked on:change=typed /><span>{called}</span>
        </label>
    }
    .into_any()
}

/// The choices, after an empty one while nothing is chosen.
fn options(chosen: &str, mut choices: Vec<(String, String)>) -> Vec<AnyView> {
    if !choices.iter().any(|(held, _)| held == chosen) {
        choices.insert(0, (chosen.to_owned(), chosen.to_owned()));
    }
    let option = |(held, called): (String, String)| {
        let selected = held == chosen;
        view! { <option value=held selected=selected>{called}</option> }.into_any()
    };
    choices.into_iter().map(option).collect()
}
