//! Buttons that change something, and beside them why they cannot be pressed.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::icon;

/// What a button does.
pub type Press = Box<dyn Fn()>;

/// Why buttons cannot be pressed, as long as there is a reason, and the id of the sentence beside them that says it.
pub type Off = (&'static str, Memo<Option<String>>);

/// The buttons. While there is a reason none can be pressed, and the reason stands beside them.
pub fn actions(id: &'static str, reason: Memo<Option<String>>, buttons: Vec<(&'static str, Press)>) -> AnyView {
    let buttons: Vec<_> =
        buttons.into_iter().map(|(name, press)| Button::new(name, (id, reason)).view(press)).collect();
    row(buttons, (id, reason))
}

/// Buttons of which each has a reason of its own, in a row with all of their reasons behind them.
pub fn row(buttons: Vec<AnyView>, (id, reason): Off) -> AnyView {
    let said = move || reason.get().map(|reason| view! { <p class="hint reason" id=id>{icon("lock")}{reason}</p> });
    view! { <div class="actions">{buttons}{said}</div> }.into_any()
}

/// One button that cannot be pressed while there is a reason.
pub struct Button {
    name: &'static str,
    off: Off,
    class: Option<&'static str>,
    label: Option<String>,
    working: Signal<bool>,
}

impl Button {
    /// A button of the usual size and look.
    pub fn new(name: &'static str, off: Off) -> Self {
        Self { name, off, class: None, label: None, working: Signal::stored(false) }
    }

    /// Of another look, or as small as the row that it stands in.
    pub fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    /// What it is called where its name alone does not say what it changes.
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// Nor can it be pressed while this is so, which is seen elsewhere and needs no sentence.
    pub fn unless(self, working: impl Into<Signal<bool>>) -> Self {
        Self { working: working.into(), ..self }
    }

    /// The button, and what it does.
    pub fn view(self, press: impl Fn() + 'static) -> AnyView {
        self.element("button", Box::new(press))
    }

    /// The button that submits the form in which it stands.
    pub fn submit(self) -> AnyView {
        self.element("submit", Box::new(|| ()))
    }

    fn element(self, kind: &'static str, press: Press) -> AnyView {
        let Self { name, off: (id, reason), class, label, working } = self;
        let off = move || reason.with(Option::is_some);
        view! {
            <button
                type=kind
                class=class
                aria-label=label
                disabled=move || off() || working.get()
                aria-describedby=move || off().then_some(id)
                on:click=move |_| press()
            >
                {name}
            </button>
        }
        .into_any()
    }
}

/// Why the buttons that name this `id` cannot be pressed, as long as that is so.
pub fn why_not((id, reason): Off) -> AnyView {
    (move || reason.get().map(|reason| view! { <p class="hint" id=id>{reason}</p> })).into_any()
}

/// All that keeps one or the other of several buttons from being pressed; what several have in common is said once.
pub fn together<const SEVERAL: usize>(reasons: [Memo<Option<String>>; SEVERAL]) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let said = reasons.iter().filter_map(|reason| reason.get()).fold(Vec::new(), |mut said, reason| {
            if !said.contains(&reason) {
                said.push(reason);
            }
            said
        });
        (!said.is_empty()).then(|| said.join(" "))
    })
}

/// A button that leads to the place where something is done.
pub fn way(name: &'static str, href: String) -> AnyView {
    // A link is pressed with Enter alone, a button with the space bar, too.
    let press = |event: KeyboardEvent| {
        let pressed = event.current_target().filter(|_| event.key() == " ");
        if let Some(link) = pressed.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            link.click();
        }
    };
    view! { <a class="button" role="button" href=href on:keydown=press>{name}</a> }.into_any()
}

#[cfg(test)]
mod tests {
    use leptos::reactive::owner::Owner;

    use super::*;

    #[test]
    fn what_several_buttons_have_in_common_is_said_once_and_the_rest_behind_it() {
        let owner = Owner::new();
        owner.set();
        let because = |reason: Option<&'static str>| Memo::new(move |_| reason.map(str::to_owned));
        let (verify, ask, nothing) = (because(Some("Verify the caller first.")), because(Some("Ask.")), because(None));
        assert_eq!(together([nothing, nothing]).get(), None);
        assert_eq!(together([nothing, ask]).get().as_deref(), Some("Ask."));
        assert_eq!(together([verify, ask, verify]).get().as_deref(), Some("Verify the caller first. Ask."));
    }
}
