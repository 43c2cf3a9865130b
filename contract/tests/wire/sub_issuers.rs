//! What a sub-issuer keeps goes out under that issuer, whoever sends it (seed 004:1348, 1433, 1722).

use contract::{
    Family, Operation, Sender,
    issuing::Issuing,
    operations::issuing::{
        accounts::RetrieveAccountBalance,
        customers::ListCustomerAccounts,
        disputes::{ListCardDisputes, RetrieveDispute},
    },
};

fn path<O: Operation>(request: &O) -> String {
    let kept_under = [("12350001", "1235"), ("2001", "1235"), ("D-V-1", "1236"), ("CUS1", "1235")];
    let kept_under = kept_under.map(|(reference, issuer)| (reference.to_owned(), issuer.into())).to_vec();
    let sender = Sender { issuer_id: "1234".into(), kept_under, ..Sender::default() };
    Issuing::seal(request, &sender).expect("sendable").path
}

#[test]
fn a_path_that_names_what_a_sub_issuer_keeps_goes_out_under_that_issuer() {
    let balance = |reference: &str| path(&RetrieveAccountBalance { account_reference: reference.into() });
    assert_eq!(balance("12350001"), "/issuers/1235/accounts/12350001/balance");
    assert_eq!(balance("12340001"), "/issuers/1234/accounts/12340001/balance");
    let disputes = ListCardDisputes { card_reference: "2001".into(), embed: Vec::new() };
    assert_eq!(path(&disputes), "/issuers/1235/cards/2001/disputes");
    let folder = RetrieveDispute { dispute_folder_reference: "D-V-1".into(), embed: Vec::new() };
    assert_eq!(path(&folder), "/issuers/1236/disputes/D-V-1");
}

#[test]
fn a_reference_that_nobody_noted_goes_out_under_the_tenants_issuer() {
    let accounts = ListCustomerAccounts { customer_reference: "CUS2".into() };
    assert_eq!(path(&accounts), "/issuers/1234/customers/CUS2/accounts");
}
