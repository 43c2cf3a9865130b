//! What keeps the project tidy, as tests: who may know whom, and what may not be written where. A test that fails says
//! what to do about it.

#[path = "tidy/house.rs"]
mod house;
#[path = "tidy/shown.rs"]
mod shown;

use house::{File, Finding, every_file, rust_below, sources_below};

/// Who may know whom inside the portal. What is not listed is not known.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("browser", &[]),
    ("routes", &[]),
    ("input", &["browser"]),
    ("config", &["input"]),
    ("ui", &["browser", "input"]),
    ("gateway", &["config"]),
    ("session", &["browser", "config", "gateway", "input", "routes"]),
    ("features", &["browser", "config", "gateway", "input", "routes", "session", "ui"]),
    ("app", &["browser", "config", "features", "gateway", "routes", "session", "ui"]),
    ("main", &["app"]),
    ("lib", &[]),
];

/// The features that the others may use: the words for a failure and for a change are the same on every screen, and so is
/// the account in view.
const COMMON_FEATURES: &[&str] = &["account", "outcome", "spending", "trouble"];

/// Longer files are read by nobody.
const MOST_LINES: usize = 450;

#[test]
fn every_part_of_the_portal_knows_only_what_lies_below_it() {
    Finding::none(sources_below("src").iter().flat_map(|file| {
        let part = file.part();
        let Some((_, known)) = MAY_KNOW.iter().find(|(name, _)| *name == part) else {
            return vec![file.finding(1, format!("src/{part} is new here: say in MAY_KNOW what it may know"))];
        };
        let strangers = file.uses().into_iter().filter(|(_, path)| {
            let used = path[0].as_str();
            used != part && MAY_KNOW.iter().any(|(name, _)| *name == used) && !known.contains(&used)
        });
        let findings = strangers.map(|(line, path)| {
            let used = &path[0];
            file.finding(line, format!("`{part}` must not know `{used}`: hand it over, or move this code up"))
        });
        findings.collect()
    }));
}

#[test]
fn features_do_not_know_each_other() {
    let files = sources_below("src/features");
    let features: Vec<String> = files.iter().map(File::feature).collect();
    Finding::none(files.iter().flat_map(|file| {
        let own = file.feature();
        let neighbours = file.uses().into_iter().filter(|(_, path)| {
            path[0] == "features"
                && path.get(1).is_some_and(|used| {
                    *used != own && !COMMON_FEATURES.contains(&used.as_str()) && features.contains(used)
                })
        });
        let findings = neighbours.map(|(line, path)| {
            let used = &path[1];
            file.finding(line, format!("`{own}` must not know `{used}`: link with a Route, or share below features"))
        });
        findings.collect::<Vec<_>>()
    }));
}

#[test]
fn the_contract_knows_neither_a_browser_nor_a_screen_nor_a_wait() {
    let forbidden = [
        "leptos",
        "web_sys",
        "web-sys",
        "js_sys",
        "js-sys",
        "wasm_bindgen",
        "wasm-bindgen",
        "gloo",
        "async fn",
        ".await",
    ];
    let mut files = sources_below("contract/src");
    files.push(File::read("contract/Cargo.toml"));
    forbid(&files, &forbidden, "the contract is built for the sandbox too: keep this in the portal");
}

#[test]
fn money_is_never_a_floating_point_number() {
    let mut files = sources_below("contract/src");
    // These hand every kind of value on, or pass over it; they keep none.
    let pass_on = ["wallet/beside.rs", "reading/record.rs", "reading/scalar.rs"];
    files.retain(|file| !pass_on.iter().any(|path| file.is(&format!("contract/src/{path}"))));
    forbid(&files, &["f32", "f64"], "count minor units in an integer");
}

#[test]
fn markup_is_only_ever_written_by_views() {
    let ways = ["inner_html", "innerHTML", "insert_adjacent_html", "insertAdjacentHTML", "outer_html", "outerHTML"];
    let mut files = sources_below("src");
    files.extend([File::read("early.js"), File::read("start.js")]);
    forbid(&files, &ways, "a name may hold markup: write text nodes");
}

/// What others wrote is clean because the contract cleans an answer before anything is read from it. So nobody else reads one.
#[test]
fn an_answer_is_only_read_by_the_contract_which_cleans_it() {
    let mut files = sources_below("src");
    // These read what the issuer configured, who is signed in, and what the portal itself kept.
    files.retain(|file| !["config", "session"].contains(&file.part().as_str()));
    forbid(
        &files,
        &["serde_json::", "JSON::"],
        "open it with the operation's own family, which cleans what others wrote",
    );
}

/// An id travels as it came, so it may be a card number; what shows it cleans it.
#[test]
fn an_id_is_only_shown_by_what_masks_a_card_number_in_it() {
    let ways = ["<code>{", "copy_button("];
    // Who is on the other side is made of clean texts; the others are the gateway's and the portal's own.
    let clean =
        ["shown_id(", "who.id", "short_reference()", "\"account reference\"", "correlation ID", "fn copy_button"];
    let mut files = sources_below("src");
    files.retain(|file| !file.is("src/ui/facts.rs"));
    Finding::none(files.iter().flat_map(|file| {
        let hits = file.lines().filter(|(_, line)| ways.iter().any(|way| line.contains(way)));
        let raw = hits.filter(|(_, line)| !clean.iter().any(|word| line.contains(word)));
        let advice = "an id may hold a card number: show it with `Fact::id`, or `contract::shown_id` of it";
        raw.map(|(number, _)| file.finding(number, advice.into())).collect::<Vec<_>>()
    }));
}

#[test]
fn no_style_is_written_into_the_page() {
    let ways = ["set_attribute(\"style\"", " style=", "set_css_text", "<style"];
    let mut files = sources_below("src");
    files.push(File::read("index.html"));
    forbid(&files, &ways, "the content security policy blocks it: name a class or a data attribute, and style that");
}

#[test]
fn the_page_runs_no_script_of_its_own() {
    let page = File::read("index.html");
    forbid(
        std::slice::from_ref(&page),
        &[" onclick=", " onload=", " onerror=", "javascript:", "<form"],
        "put it into early.js or start.js",
    );
    let inline = page
        .lines()
        .filter(|(_, line)| line.contains("<script") && !(line.contains(" src=") && line.contains("></script>")));
    Finding::none(inline.map(|(number, _)| page.finding(number, "put this script into a file".into())));
}

#[test]
fn only_the_routes_author_an_address() {
    let files: Vec<_> = sources_below("src").into_iter().filter(|file| file.part() != "routes").collect();
    forbid(&files, &["\"/customers", "href=\"/", "href=format!(\"/customers"], "take the address from a Route");
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let long = rust_below("").into_iter().filter(|file| file.lines().count() >= MOST_LINES);
    Finding::none(long.map(|file| {
        file.finding(MOST_LINES, format!("{} lines: divide it by purpose, below {MOST_LINES}", file.lines().count()))
    }));
}

#[test]
fn nothing_is_left_to_be_done_later() {
    let notes = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
    ];
    forbid(&every_file(), &notes, "do it now, or leave it out");
}

#[test]
fn no_test_is_left_out() {
    let ways = [
        concat!("#[ig", "nore"),
        concat!("test.on", "ly"),
        concat!("test.sk", "ip"),
        concat!("test.fix", "me"),
        concat!("waitFor", "Timeout"),
    ];
    forbid(&every_file(), &ways, "run every test, and wait for what it needs instead of for time");
}

#[test]
fn a_new_operation_takes_thirty_lines_in_four_places_and_they_are_in_the_tree() {
    let places = shown::places(&File::read("CONTRIBUTING.md"), "## Add an operation");
    assert_eq!(places.len(), 4);
    assert!(places.iter().map(shown::Place::length).sum::<usize>() <= 30);
    Finding::none(places.iter().flat_map(shown::Place::outdated));
}

#[test]
fn no_file_speaks_of_a_place_outside_the_project() {
    let places = [concat!("/wo", "rk/"), concat!("../sha", "red"), concat!("/ro", "ot/"), concat!("/tmp/br", "ief")];
    forbid(&every_file(), &places, "whoever clones the project has no such place");
}

/// Nowhere in these files, outside comments.
fn forbid(files: &[File], needles: &[&str], advice: &str) {
    Finding::none(files.iter().flat_map(|file| {
        let hits = file.lines().filter_map(|(number, line)| {
            let needle = needles.iter().find(|needle| line.contains(**needle))?;
            Some(file.finding(number, format!("`{}`: {advice}", needle.trim())))
        });
        hits.collect::<Vec<_>>()
    }));
}
