//! Mounts the portal into the page that `index.html` already shows.

fn main() {
    care_portal::app::start();
}
