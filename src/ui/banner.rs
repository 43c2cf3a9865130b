//! A line that says something about everything below it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{badge::Tone, icon::icon};

/// What the line says, and how loudly.
pub struct Banner {
    tone: Tone,
    picture: &'static str,
    heading: String,
    sentence: String,
    size: &'static str,
    role: &'static str,
    label: Option<&'static str>,
    actions: Vec<(&'static str, Act)>,
    way: Option<(&'static str, String)>,
}

type Act = Arc<dyn Fn() + Send + Sync>;

impl Banner {
    /// Says it in passing: a screen reader waits for a pause.
    pub fn status(tone: Tone, picture: &'static str, heading: impl Into<String>, sentence: impl Into<String>) -> Self {
        let (heading, sentence) = (heading.into(), sentence.into());
        Self {
            tone,
            picture,
            heading,
            sentence,
            size: "banner",
            role: "status",
            label: None,
            actions: Vec::new(),
            way: None,
        }
    }

    /// Says it at once.
    pub fn alert(tone: Tone, picture: &'static str, heading: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { role: "alert", ..Self::status(tone, picture, heading, sentence) }
    }

    /// Inside a panel.
    pub fn slim(self) -> Self {
        Self { size: "banner slim", ..self }
    }

    /// Not to be missed.
    pub fn loud(self) -> Self {
        Self { size: "banner loud", ..self }
    }

    /// With a name of its own.
    pub fn named(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    /// With a button, after those that it has.
    pub fn offering(mut self, name: &'static str, act: impl Fn() + Send + Sync + 'static) -> Self {
        self.actions.push((name, Arc::new(act)));
        self
    }

    /// With a link to where it is dealt with.
    pub fn leading(self, name: &'static str, href: String) -> Self {
        Self { way: Some((name, href)), ..self }
    }

    /// The line itself.
    pub fn view(self) -> AnyView {
        let Self { tone, picture, heading, sentence, size, role, label, actions, way } = self;
        let button = |(name, act): (&'static str, Act)| {
            view! { <button type="button" class="small" on:click=move |_| act()>{name}</button> }
        };
        let buttons: Vec<_> = actions.into_iter().map(button).collect();
        let way = way.map(|(name, href)| view! { <a class="button small" href=href>{name}</a> });
        let actions =
            (way.is_some() || !buttons.is_empty()).then(|| view! { <div class="actions">{buttons}{way}</div> });
        view! {
            <div class=size data-tone=tone.name() role=role aria-label=label>
                {icon(picture)}<p><strong>{heading}</strong>" "{sentence}</p>{actions}
            </div>
        }
        .into_any()
    }
}
