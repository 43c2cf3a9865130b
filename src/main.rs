//! Mounts the portal into the page.
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <p>"…"</p> });
}
