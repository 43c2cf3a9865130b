//! `docs/operations.md` says what the catalogue says. `cargo xtask docs` writes it: it runs this test and lets it write.

use std::{any::type_name, collections::BTreeMap, env, fmt::Write, fs, path::PathBuf};

use contract::{
    Action, Carries, Configuration, Effect, Operation, PathSource, Settlement, Spec, StatusShape, UsedBy, operation,
};

/// Set by `cargo xtask docs`.
const WRITE: &str = "CARE_PORTAL_WRITE_DOCS";

macro_rules! operations {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        /// Every operation, and where it is declared.
        fn operations() -> Vec<(&'static str, Spec)> {
            vec![$({
                use contract::operations::$first $(:: $rest)* as Declared;
                (type_name::<Declared>(), Declared::SPEC)
            },)*]
        }
    };
}

contract::for_each_operation!(operations);

#[test]
fn the_table_of_operations_says_what_the_catalogue_says() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/operations.md");
    let document = document();
    if env::var_os(WRITE).is_some() {
        fs::write(&file, &document).expect("docs/operations.md can be written");
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == document, "docs/operations.md is stale: run `cargo xtask docs`");
}

const INTRODUCTION: &str = "\
# Operations

Every operation of the gateway as the contract declares it. This file is made from the catalogue: `cargo xtask docs`.

- **Operation**: the name by which `gateway.paths` in the configuration replaces a path. It is the documented name, except
  that three names stand for two operations each: `retrieveCustomer` and `updateCustomer` are the issuing family's and
  `refreshCustomerCardBalances` is customer care's; those of the mobile transactions end in `V2` here.
- **Method and path**: below the family's prefix (`gateway.wallet`, `gateway.issuing`); in the issuing family below
  `/issuers/{issuerId}` too, except for `searchOperations`. A replaced path has the same placeholders.
- **Path from**: the seed's line, a public original, or inferred from the naming pattern (to be confirmed by the issuer).
- **Offered in**: the issuer configurations that have it.
- **Asks**: which rule of `verification` in the configuration it falls under; nothing for what finds somebody.
- **Effect**: whether it may be repeated, and how an unknown outcome is settled.
- **Answer carries**: what it may tell about people.
- **Called by**: a rep, a rep with a stronger role, a wallet app or a merchant (the portal cannot call these), the platform,
  or nobody yet (named in passing).
- **Source**: the seed's line, or a public original where no seed names it.
";

fn document() -> String {
    let all = operations();
    let mut groups: BTreeMap<String, Vec<&Spec>> = BTreeMap::new();
    for (declared, spec) in &all {
        groups.entry(group(declared)).or_default().push(spec);
    }
    let mut text = INTRODUCTION.to_owned();
    let reps = all.iter().filter(|(_, spec)| spec.for_reps()).count();
    let _ = writeln!(text, "\n{} operations, {reps} of them for reps.", all.len());
    for (group, specs) in groups {
        let _ = write!(text, "\n## {group}\n\n| operation | method and path | path from | offered in | asks | effect ");
        text.push_str("| answer carries | called by | source |\n|---|---|---|---|---|---|---|---|---|\n");
        for spec in specs {
            let cells = [
                format!("`{}`{}", spec.name, wrapper(spec)),
                format!("{} `{}`", spec.method.name(), spec.path),
                path_source(spec.path_source),
                configurations(spec.configurations),
                asks(spec.action).into(),
                effect(spec),
                carries(spec.carries).into(),
                used_by(spec.used_by).into(),
                spec.source.into(),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }
    text
}

/// `Wallet: cards` for what is declared in `contract::operations::wallet::cards::…`.
fn group(declared: &str) -> String {
    let modules: Vec<&str> = declared.split("::").skip(2).collect();
    match modules.as_slice() {
        ["wallet", group, _, ..] => format!("Wallet: {group}"),
        ["issuing", group, _, ..] => format!("Issuing: {group}"),
        _ => "Wallet: lookup, activation, devices".into(),
    }
}

fn wrapper(spec: &Spec) -> String {
    if spec.wrapper == spec.name { String::new() } else { format!(" (wrapped as `{}`)", spec.wrapper) }
}

fn path_source(source: PathSource) -> String {
    match source {
        PathSource::Seed(line) => line.into(),
        PathSource::Public => "public".into(),
        PathSource::Inferred => "**inferred**".into(),
    }
}

fn configurations(configurations: &[Configuration]) -> String {
    if configurations == operation::EVERYWHERE {
        return "all".into();
    }
    configurations.iter().map(|configuration| configuration.name()).collect::<Vec<_>>().join(", ")
}

fn asks(action: Action) -> &'static str {
    match action {
        Action::Find => "–",
        Action::Reveal => "reveal",
        Action::Unlock => "unlock",
        Action::Profile => "profile",
        Action::Money => "money",
        Action::Credentials => "credentials",
    }
}

fn effect(spec: &Spec) -> String {
    let settled = match spec.settled_by {
        Settlement::ReadState => "the state is read",
        Settlement::CompareList => "the list is read and compared",
        Settlement::InquireTriplet => "its triplet is inquired for",
        Settlement::ReadReference => "its reference is read",
        Settlement::ReadFolder => "the folder is read",
        Settlement::AskRep => "the rep asks the caller",
    };
    match spec.effect {
        Effect::Read => "reads".into(),
        Effect::SetsState => format!("sets a state; {settled}"),
        Effect::Once => format!("once; {settled}"),
    }
}

fn carries(carries: Carries) -> &'static str {
    match carries {
        Carries::Nothing => "nothing",
        Carries::Personal => "personal",
        Carries::Card => "card",
        Carries::PersonalAndCard => "personal, card",
        Carries::Credential => "credential",
    }
}

fn used_by(used_by: UsedBy) -> &'static str {
    match used_by {
        UsedBy::Rep => "rep",
        UsedBy::RepWithCare => "rep, with care",
        UsedBy::WalletApp => "wallet app",
        UsedBy::Platform => "platform",
        UsedBy::InPassing => "named in passing",
    }
}

/// The family of the status is no column: it follows from the group, but for those that are listed here.
#[test]
fn the_status_shape_follows_from_the_family() {
    for (declared, spec) in operations() {
        let issuing = declared.contains("::issuing::");
        assert_eq!(issuing, spec.status_shape == StatusShape::Absent, "{}", spec.name);
    }
}
