//! One person, two systems: a search by name asks both, and what is one person is shown once.

use std::{future::Future, pin::Pin};

use contract::{
    WalletCustomer,
    operations::{
        RetrieveCustomerLookupInfo,
        issuing::customers::{Customer, ListCustomers},
    },
};

use crate::{
    browser::part::part,
    config::Link,
    features::trouble::{not_loaded, trouble},
    session::{Person, Session},
    ui::trouble::Trouble,
};

/// So many customers are looked for one by one among the wallets. Of more, the rep asks for more of the name.
const MOST: usize = 20;

/// What both systems know under a name.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Joined {
    /// Wallets, each once, in the gateway's order.
    pub(super) wallets: Vec<WalletCustomer>,
    /// The issuer's customers who are none of these: each of them may still have a wallet, under another name.
    pub(super) others: Vec<Named>,
    /// Nobody bears the name as it was typed: it is a part of theirs.
    pub(super) in_part: bool,
    /// How many more bear it in part.
    pub(super) left_out: usize,
}

/// What a search needs to know of one of the issuer's customers.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    /// What joins the two systems.
    id: Option<String>,
    /// Whether they bear the name as it was typed, in any case.
    exactly: bool,
    /// Who they are if they have no wallet; `None` without a reference, by which alone they could be served.
    pub(super) without_wallet: Option<Person>,
}

impl Named {
    fn of(customer: Customer, asked: &ListCustomers, link: Link) -> Self {
        let id = customer.customer_identifier.issuer_customer_external_reference.as_ref();
        Self {
            id: id.map(|id| id.as_str().to_owned()).filter(|id| !id.is_empty()),
            exactly: bears(&customer, asked),
            without_wallet: Person::without_wallet(customer, link),
        }
    }
}

/// The issuer's customers, and how many of them could not be read.
type FromIssuer = Pin<Box<dyn Future<Output = Result<(Vec<Named>, usize), Trouble>>>>;

part! {
    /// Asks the issuer. What one of its customers looks like is much to read, and the first load does not need it.
    fn ask(session: Session, question: ListCustomers) -> FromIssuer,
    search,
    Box::pin(async move {
        let answered = session.gateway.call(question.clone()).await;
        let found = answered.map_err(|failure| trouble("The issuer's own records", &failure))?.answer;
        let link = session.config.tenant.link;
        Ok((found.rows.into_iter().map(|customer| Named::of(customer, &question, link)).collect(), found.unreadable))
    })
}

/// The issuer's customers who bear the name.
pub(super) async fn from_issuer(session: Session, question: ListCustomers) -> Result<(Vec<Named>, usize), Trouble> {
    match ask(session, question).await {
        Ok(answer) => answer.await,
        Err(_) => Err(not_loaded()),
    }
}

/// The same question for the issuing family, where it is one about a name.
pub(super) fn by_name(asked: &RetrieveCustomerLookupInfo) -> Option<ListCustomers> {
    let last_name = asked.last_name.clone()?;
    Some(ListCustomers {
        last_name: Some(last_name),
        first_name: asked.first_name.clone(),
        partial_search: Some(true),
        ..ListCustomers::default()
    })
}

/// Looks for a customer's wallet by the id that joins the two; `None` without such an id.
pub(super) fn wallet_of(customer: &Named, link: Link) -> Option<RetrieveCustomerLookupInfo> {
    let id = customer.id.as_deref()?;
    Some(match link {
        Link::CustomerId => {
            RetrieveCustomerLookupInfo { customer_id: Some(id.into()), ..RetrieveCustomerLookupInfo::default() }
        }
        Link::ExternalId => {
            RetrieveCustomerLookupInfo { external_id: Some(id.into()), ..RetrieveCustomerLookupInfo::default() }
        }
    })
}

/// Joins what both found. A wallet stands for its customer; customers who bear the name only in part are left out as long
/// as anybody bears it as it was typed.
pub(super) fn joined(wallets: Vec<WalletCustomer>, customers: Vec<Named>, link: Link) -> Joined {
    let theirs = |wallet: &WalletCustomer| match link {
        Link::CustomerId => wallet.customer_id.as_ref().map(|id| id.as_str().to_owned()),
        Link::ExternalId => wallet.external_id.as_ref().map(|id| id.as_str().to_owned()),
    };
    let known: Vec<String> = wallets.iter().filter_map(theirs).collect();
    let is_known = |customer: &Named| customer.id.as_ref().is_some_and(|id| known.contains(id));
    let (exactly, in_part): (Vec<_>, Vec<_>) =
        customers.into_iter().filter(|customer| !is_known(customer)).partition(|customer| customer.exactly);
    let nobody = wallets.is_empty() && exactly.is_empty();
    let mut others = if nobody { in_part } else { exactly };
    let left_out = others.len().saturating_sub(MOST);
    others.truncate(MOST);
    Joined { wallets, in_part: nobody && !others.is_empty(), others, left_out }
}

fn bears(customer: &Customer, asked: &ListCustomers) -> bool {
    let same = |asked: &Option<String>, own: &Option<String>| {
        let own = own.as_deref().unwrap_or_default().trim().to_lowercase();
        asked.as_ref().is_none_or(|asked| asked.to_lowercase() == own)
    };
    same(&asked.last_name, &customer.last_name) && same(&asked.first_name, &customer.first_name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wallet(id: &str) -> WalletCustomer {
        WalletCustomer { customer_id: Some(id.into()), ..WalletCustomer::default() }
    }

    fn customer(asked: &RetrieveCustomerLookupInfo, id: &str, first: &str, last: &str) -> Named {
        let customer = json!({
            "customerIdentifier": { "issuerCustomerExternalReference": id }, "firstName": first, "lastName": last,
        });
        let customer = serde_json::from_str(&customer.to_string()).expect("a customer");
        Named::of(customer, &by_name(asked).expect("a name"), Link::CustomerId)
    }

    fn asked(first: Option<&str>, last: &str) -> RetrieveCustomerLookupInfo {
        RetrieveCustomerLookupInfo {
            first_name: first.map(str::to_owned),
            last_name: Some(last.into()),
            ..RetrieveCustomerLookupInfo::default()
        }
    }

    fn others(joined: &Joined) -> Vec<&str> {
        joined.others.iter().filter_map(|customer| customer.id.as_deref()).collect()
    }

    #[test]
    fn a_wallet_and_its_customer_are_one_person() {
        let asked = asked(None, "Smith");
        let customers = vec![customer(&asked, "a", "Ada", "Smith"), customer(&asked, "b", "Bob", "SMITH")];
        let joined = joined(vec![wallet("a")], customers, Link::CustomerId);
        assert_eq!((joined.wallets.len(), others(&joined)), (1, vec!["b"]));
        assert!(!joined.in_part);
    }

    #[test]
    fn who_bears_the_name_in_part_is_shown_only_if_nobody_bears_it_whole() {
        let smith = asked(None, "smith");
        let customers = || vec![customer(&smith, "a", "Ada", "Smithson"), customer(&smith, "b", "Bob", "Blacksmith")];
        let nobody = joined(vec![], customers(), Link::CustomerId);
        assert_eq!((others(&nobody), nobody.in_part), (vec!["a", "b"], true));
        let somebody = joined(vec![wallet("c")], customers(), Link::CustomerId);
        assert_eq!((others(&somebody), somebody.in_part), (vec![], false));
        let first_name = vec![customer(&asked(Some("Ada"), "Smith"), "a", "Adalbert", "Smith")];
        assert!(joined(vec![], first_name, Link::CustomerId).in_part);
    }

    #[test]
    fn of_too_many_the_rest_is_counted() {
        let asked = asked(None, "Smith");
        let customers = (0..25).map(|number| customer(&asked, &number.to_string(), "Ada", "Smithson")).collect();
        let joined = joined(vec![], customers, Link::CustomerId);
        assert_eq!((joined.others.len(), joined.left_out), (20, 5));
    }

    #[test]
    fn the_configuration_says_by_which_id_a_wallet_is_looked_for() {
        let asked = asked(None, "Smith");
        let ada = customer(&asked, "a", "Ada", "Smith");
        assert_eq!(wallet_of(&ada, Link::CustomerId).and_then(|asked| asked.customer_id), Some("a".into()));
        assert_eq!(wallet_of(&ada, Link::ExternalId).and_then(|asked| asked.external_id), Some("a".into()));
        assert_eq!(wallet_of(&customer(&asked, "", "Ada", "Smith"), Link::CustomerId), None);
    }

    #[test]
    fn only_a_question_about_a_name_is_one_for_both() {
        assert!(by_name(&RetrieveCustomerLookupInfo { phone: Some("1".into()), ..Default::default() }).is_none());
        let question = by_name(&asked(Some("Ada"), "Smith")).expect("a question");
        assert_eq!((question.first_name.as_deref(), question.partial_search), (Some("Ada"), Some(true)));
    }
}
