//! Customers whose limits are changed: each has one write whose answer is lost, done or not done, or is refused.

use contract::{
    Operation,
    operations::issuing::limits::{
        CreateAuthorizationRestrictionOverride, CreateTemporaryCreditLimit, CreateVelocityLimitOverride,
        DeleteAuthorizationRestrictionOverride, DeleteTemporaryCreditLimit, DeleteVelocityLimitOverride,
        ListAuthorizationRestrictions, ListTemporaryCreditLimits, ListVelocityLimits, RetrieveAccountCreditLimit,
        UpdateAccountCreditLimit, UpdateAuthorizationRestrictionOverride, UpdateVelocityLimitOverride,
    },
};

use super::{Known, accounts::opened, builder::somebody};
use crate::{
    faults::{Canned, Fault, What},
    issuing::{
        calendar::Day,
        controls::{Override, RestrictionSettings, VelocitySettings},
        plan::{Usage, Wanted},
        planted::Planted,
        shown_operation::cents,
    },
};

const BAD_GATEWAY: What = What::Answer(Canned::BAD_GATEWAY);

#[rustfmt::skip]
pub(crate) fn customers(today: Day) -> Vec<Known> {
    let all = |planted| Wanted { usage: Usage::NONE, planted, ..Wanted::ordinary(opened()) };
    let having = |address: &str, last: &str, shows: &'static str, planted: Planted| {
        Known::by_email(address, shows, somebody(address, "Lena", last).with_devices(1).with_accounts(vec![all(planted)]))
    };
    let one = || Planted::NONE.for_a_while(500_000, today.plus(10).midnight(), today.plus(20).midnight());
    let three = || one().for_a_while(50_000, today.plus(-2).midnight(), today.plus(3).midnight()).for_a_while(400_000, today.plus(-40).midnight(), today.plus(-30).midnight());
    let overridden = || Planted::NONE.overriding(web_at(100_000));
    let blocked = || Planted::NONE.blocking(web_blocked());
    vec![
        having("limits", "Plainlimit", "a permanent limit of 3,000.00 and nothing beside it", Planted::NONE),
        having("limits-three", "Threefold", "temporary limits: a lower one counts, a higher one will, another did", three()),
        Known::by_email("limits-above", "an account on top: its temporary limits count for the one below it, too", somebody("limits-above", "Lena", "Topmost").with_devices(1).with_accounts(vec![all(Planted::NONE), Wanted { below: Some(0), limit: 100_000, ..all(Planted::NONE) }])),
        having("limits-last-rank", "Lastrank", "E-commerce has an override of the highest priority, which leaves none above it", Planted::NONE.overriding(Override { priority: 9999, ..web_at(100_000) })),
        having("limits-override", "Underoverride", "E-commerce is overridden to 1,000.00", overridden()),
        having("limits-fail", "Limitless", "limits and controls cannot be read, ever", Planted::NONE)
            .failing(Fault::of::<RetrieveAccountCreditLimit>(BAD_GATEWAY))
            .failing(Fault::of::<ListTemporaryCreditLimits>(BAD_GATEWAY))
            .failing(Fault::of::<ListVelocityLimits>(BAD_GATEWAY))
            .failing(Fault::of::<ListAuthorizationRestrictions>(BAD_GATEWAY)),
        having("limit-lost-done", "Limitdone", "changing the limit: done, the answer is lost", Planted::NONE).failing(done::<UpdateAccountCreditLimit>()),
        having("limit-lost-undone", "Limitundone", "changing the limit: not done, the answer is lost", Planted::NONE).failing(undone::<UpdateAccountCreditLimit>()),
        having("temporary-lost-done", "Whiledone", "adding a temporary limit: done, the answer is lost", Planted::NONE).failing(done::<CreateTemporaryCreditLimit>()),
        having("temporary-lost-undone", "Whileundone", "adding a temporary limit: not done, the answer is lost", Planted::NONE).failing(undone::<CreateTemporaryCreditLimit>()),
        having("temporary-delete-lost-done", "Endeddone", "deleting a temporary limit: done, the answer is lost", one()).failing(done::<DeleteTemporaryCreditLimit>()),
        having("temporary-delete-lost-undone", "Endedundone", "deleting a temporary limit: not done, the answer is lost", one()).failing(undone::<DeleteTemporaryCreditLimit>()),
        having("override-lost-done", "Overdone", "overriding a velocity limit: done, the answer is lost", Planted::NONE).failing(done::<CreateVelocityLimitOverride>()),
        having("override-lost-undone", "Overundone", "overriding a velocity limit: not done, the answer is lost", Planted::NONE).failing(undone::<CreateVelocityLimitOverride>()),
        having("override-change-lost-done", "Changedone", "changing an override of E-commerce: done, the answer is lost", overridden()).failing(done::<UpdateVelocityLimitOverride>()),
        having("override-change-lost-undone", "Changeundone", "changing an override of E-commerce: not done, the answer is lost", overridden()).failing(undone::<UpdateVelocityLimitOverride>()),
        having("override-remove-lost-done", "Removedone", "removing an override of E-commerce: done, the answer is lost", overridden()).failing(done::<DeleteVelocityLimitOverride>()),
        having("override-remove-lost-undone", "Removeundone", "removing an override of E-commerce: not done, the answer is lost", overridden()).failing(undone::<DeleteVelocityLimitOverride>()),
        having("restriction-lost-done", "Ruledone", "overriding a restriction: done, the answer is lost", Planted::NONE).failing(done::<CreateAuthorizationRestrictionOverride>()),
        having("restriction-override", "Underrule", "E-commerce is blocked by an override", blocked()),
        having("restriction-change-lost-done", "Rulechanged", "changing an override of the restriction “E-commerce off”: done, the answer is lost", blocked()).failing(done::<UpdateAuthorizationRestrictionOverride>()),
        having("restriction-change-lost-undone", "Ruleunchanged", "changing an override of the restriction “E-commerce off”: not done, the answer is lost", blocked()).failing(undone::<UpdateAuthorizationRestrictionOverride>()),
        having("restriction-remove-lost-done", "Ruleremoved", "removing an override of the restriction “E-commerce off”: done, the answer is lost", blocked()).failing(done::<DeleteAuthorizationRestrictionOverride>()),
        having("restriction-remove-lost-undone", "Ruleunremoved", "removing an override of the restriction “E-commerce off”: not done, the answer is lost", blocked()).failing(undone::<DeleteAuthorizationRestrictionOverride>()),
        having("restriction-lost-undone", "Ruleundone", "overriding a restriction: not done, the answer is lost", Planted::NONE).failing(undone::<CreateAuthorizationRestrictionOverride>()),
    ]
}

fn done<O: Operation>() -> Fault {
    Fault::of::<O>(What::Cut).although_done().once()
}

fn undone<O: Operation>() -> Fault {
    Fault::of::<O>(BAD_GATEWAY).once()
}

fn web_at(most: i64) -> Override<VelocitySettings> {
    Override {
        reference: "planted-e-commerce".into(),
        of: "VELOCITY_LIMIT_ECOM".into(),
        start: None,
        end: None,
        priority: 3,
        deleted: false,
        sets: VelocitySettings {
            maximum_amount: Some(cents(most)),
            maximum_amount_check: Some(true),
            ..VelocitySettings::default()
        },
        changes: Vec::new(),
    }
}

fn web_blocked() -> Override<RestrictionSettings> {
    Override {
        reference: "planted-e-commerce-off".into(),
        of: "RESTRICTION_ECOM_OFF".into(),
        start: None,
        end: None,
        priority: 3,
        deleted: false,
        sets: RestrictionSettings { condition_check: Some(true), condition_parameters: None },
        changes: Vec::new(),
    }
}
