//! What a rep can call is one list, and the facts agree with it. The sandbox does not compile without a handler for each.

use std::collections::BTreeSet;

use contract::{Operation, catalogue::SPECS};

use crate::say::say;

macro_rules! names {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        &[$(<contract::operations::$first $(:: $rest)* as Operation>::SPEC.name,)*]
    };
}

const CALLED_BY_REPS: &[&str] = contract::for_each_rep_operation!(names);

#[test]
fn the_list_of_what_a_rep_can_call_holds_what_the_facts_say() {
    say(&format!("{} operations that reps call, each answered by the sandbox", CALLED_BY_REPS.len()));
    let stated: BTreeSet<&str> = SPECS.iter().filter(|spec| spec.for_reps()).map(|spec| spec.name).collect();
    assert_eq!(stated, CALLED_BY_REPS.iter().copied().collect());
}
