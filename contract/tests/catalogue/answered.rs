//! Whatever a rep can call is answered by the sandbox, or stands in the list of what is not yet.

use std::collections::BTreeSet;

use contract::{Operation, catalogue::SPECS};

use crate::say::say;

macro_rules! names {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        &[$(<contract::operations::$first $(:: $rest)* as Operation>::SPEC.name,)*]
    };
}

const CALLED_BY_REPS: &[&str] = contract::for_each_rep_operation!(names);
const ANSWERED: &[&str] = contract::for_each_answered_operation!(names);
const UNANSWERED: &[&str] = contract::for_each_unanswered_operation!(names);

#[test]
fn the_list_of_what_a_rep_can_call_holds_what_the_facts_say() {
    let stated: BTreeSet<&str> = SPECS.iter().filter(|spec| spec.for_reps()).map(|spec| spec.name).collect();
    assert_eq!(stated, CALLED_BY_REPS.iter().copied().collect());
}

#[test]
fn whatever_a_rep_can_call_is_answered_or_listed_as_not_yet() {
    say(&format!("the sandbox answers {} of the {} operations that reps call", ANSWERED.len(), CALLED_BY_REPS.len()));
    let mut listed = [ANSWERED, UNANSWERED].concat();
    let mut called = CALLED_BY_REPS.to_vec();
    listed.sort_unstable();
    called.sort_unstable();
    assert_eq!(listed, called);
}
