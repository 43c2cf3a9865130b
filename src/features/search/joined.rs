//! One person, two systems: a search asks both, and what is one person is shown once.

use contract::{
    CustomerReference, Personal, WalletCustomer,
    operations::{
        RetrieveCustomerLookupInfo,
        issuing::customers::{Customer, ListCustomers, RetrieveCustomer},
    },
};

use super::{By, Question};
use crate::{
    config::Link,
    features::trouble::trouble,
    gateway::{Failure, Fault, Gateway},
    input::fold,
    session::{Person, Session},
    ui::trouble::Trouble,
};

/// So many customers are looked for one by one among the wallets. Of more, the rep asks for more of the name.
const MOST: usize = 20;
/// Nobody reads on after this many rows.
const MOST_ROWS: usize = 400;

/// What both systems know under a name.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Joined {
    /// Wallets, each once, in the gateway's order.
    pub(super) wallets: Vec<WalletCustomer>,
    /// The issuer's customers who are none of these: each of them may still have a wallet, under another name.
    pub(super) others: Vec<Named>,
    /// Nobody bears the name as it was typed: it is a part of theirs.
    pub(super) in_part: bool,
    /// How many more there are of those who are shown.
    pub(super) left_out: usize,
    /// How many bear the name in part, and are not shown because somebody bears it as it was typed.
    pub(super) also_in_part: usize,
}

/// What a search needs to know of one of the issuer's customers.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    /// What joins the two systems.
    id: Option<String>,
    /// Whether they bear the name as it was typed, in any case; whoever was found by something else does.
    exactly: bool,
    /// Who they are if they have no wallet; `None` without a reference, by which alone they could be served.
    pub(super) without_wallet: Option<Person>,
}

impl Named {
    fn of(customer: Customer, asked: &Question, link: Link) -> Self {
        let id = customer.customer_identifier.issuer_customer_external_reference.as_ref();
        Self {
            id: id.map(|id| id.as_str().to_owned()).filter(|id| !id.is_empty()),
            exactly: bears(&customer, &asked.request),
            without_wallet: Person::without_wallet(customer, link),
        }
    }
}

/// What the issuer knows.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FromIssuer {
    /// Its customers, each once.
    pub(super) customers: Vec<Named>,
    /// How many rows could not be read.
    pub(super) unreadable: usize,
    /// Whether there are more than were read.
    pub(super) more: bool,
}

/// The issuer's customers whom the caller may be.
pub(super) async fn from_issuer(session: Session, question: Question) -> Result<FromIssuer, Trouble> {
    let link = session.config.tenant.link;
    let found = match to_issuer(&question) {
        AtIssuer::List(list) => all_pages(&session.gateway, *list).await,
        AtIssuer::One(reference) => one(&session.gateway, reference).await,
    };
    match found {
        Ok(Customers { rows, unreadable, more }) => {
            let customers = rows.into_iter().map(|customer| Named::of(customer, &question, link)).collect();
            Ok(FromIssuer { customers, unreadable, more })
        }
        // What the issuer does not offer is not missed.
        Err(Failure { fault: Fault::NotOffered(_), .. }) => Ok(FromIssuer::default()),
        Err(failure) => Err(trouble("The issuer's own records", &failure)),
    }
}

/// How the issuer is asked.
#[derive(Debug, PartialEq)]
enum AtIssuer {
    /// By what the caller says.
    List(Box<ListCustomers>),
    /// By a reference, either of the two (seed 004:1300).
    One(CustomerReference),
}

/// The same question for the issuing family. A name may be a part of what is kept; nothing else may.
fn to_issuer(asked: &Question) -> AtIssuer {
    let request = &asked.request;
    let reference = match asked.by {
        By::ExternalId => request.external_id.as_ref().map(|id| id.as_str()),
        By::CustomerId => request.customer_id.as_ref().map(|id| id.as_str()),
        _ => None,
    };
    if let Some(reference) = reference {
        return AtIssuer::One(reference.into());
    }
    AtIssuer::List(Box::new(ListCustomers {
        last_name: request.last_name.clone(),
        first_name: request.first_name.clone(),
        birth_date: asked.born.map(|born| Personal::from(born.to_iso())),
        town_name: asked.town.clone(),
        email: request.email.clone(),
        local_phone_number: request.phone.clone(),
        partial_search: Some(request.last_name.is_some()),
        ..ListCustomers::default()
    }))
}

/// Customers as the issuer answers them.
#[derive(Default)]
struct Customers {
    rows: Vec<Customer>,
    unreadable: usize,
    more: bool,
}

/// Page by page, to the end or to where the rep has to ask for more.
async fn all_pages(gateway: &Gateway, list: ListCustomers) -> Result<Customers, Failure> {
    let read = gateway.read_list(MOST_ROWS, list).await?;
    Ok(Customers { rows: read.rows, unreadable: read.unreadable, more: !read.is_complete })
}

/// Nobody under a reference is an answer.
async fn one(gateway: &Gateway, customer_reference: CustomerReference) -> Result<Customers, Failure> {
    match gateway.call(RetrieveCustomer { customer_reference, embed: Vec::new() }).await {
        Ok(answered) => Ok(Customers { rows: vec![answered.answer], ..Customers::default() }),
        Err(Failure { fault: Fault::Http(404), .. }) => Ok(Customers::default()),
        Err(failure) => Err(failure),
    }
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
    let (mut others, also_in_part) = if nobody { (in_part, 0) } else { (exactly, in_part.len()) };
    let left_out = others.len().saturating_sub(MOST);
    others.truncate(MOST);
    Joined { wallets, in_part: nobody && !others.is_empty(), others, left_out, also_in_part }
}

fn bears(customer: &Customer, asked: &RetrieveCustomerLookupInfo) -> bool {
    let same = |asked: &Option<String>, own: &Option<String>| {
        let own = fold(own.as_deref().unwrap_or_default());
        asked.as_ref().is_none_or(|asked| fold(asked) == own)
    };
    same(&asked.last_name, &customer.last_name) && same(&asked.first_name, &customer.first_name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        super::{Habits, question},
        *,
    };
    use crate::input::phone::Dialling;

    fn habits() -> Habits {
        Habits { month_first: false, home: Dialling::NORTH_AMERICA }
    }

    fn wallet(id: &str) -> WalletCustomer {
        WalletCustomer { customer_id: Some(id.into()), ..WalletCustomer::default() }
    }

    fn customer(asked: &Question, id: &str, first: &str, last: &str) -> Named {
        let customer = json!({
            "customerIdentifier": { "issuerCustomerExternalReference": id }, "firstName": first, "lastName": last,
        });
        let customer = serde_json::from_str(&customer.to_string()).expect("a customer");
        Named::of(customer, asked, Link::CustomerId)
    }

    fn asked(first: Option<&str>, last: &str) -> Question {
        let name = format!("{}, {}", last, first.unwrap_or_default());
        question(By::Auto, &name, &habits()).expect("a name")
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
        assert_eq!((others(&somebody), somebody.in_part, somebody.also_in_part), (vec![], false, 2));
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
    fn whatever_the_caller_says_is_a_question_for_the_issuer_too() {
        let list = |text: &str| match to_issuer(&question(By::Auto, text, &habits()).expect("a question")) {
            AtIssuer::List(list) => *list,
            AtIssuer::One(reference) => panic!("{text} is asked as {reference}"),
        };
        let name = list("Ada Smith");
        assert_eq!((name.first_name.as_deref(), name.last_name.as_deref()), (Some("Ada"), Some("Smith")));
        assert_eq!(name.partial_search, Some(true));
        let phone = list("508 999 1234");
        assert_eq!((phone.local_phone_number, phone.partial_search), (Some("5089991234".into()), Some(false)));
        assert_eq!(list("a@b.example").email, Some("a@b.example".into()));
        let born = list("Smith 22/10/1960");
        assert_eq!((born.birth_date, born.last_name.as_deref()), (Some("1960-10-22".into()), Some("Smith")));
        assert_eq!(list("22/10/1960").birth_date, Some("1960-10-22".into()));
        assert_eq!(list("Smith in Berlin").town_name.as_deref(), Some("Berlin"));
    }

    #[test]
    fn an_id_is_asked_of_the_issuer_as_a_reference() {
        for (by, text) in
            [(By::Auto, "PERSON-1"), (By::ExternalId, "7"), (By::CustomerId, "x"), (By::Auto, "CUS10000375046")]
        {
            let asked = question(by, text, &habits()).expect("a question");
            assert_eq!(to_issuer(&asked), AtIssuer::One(text.into()));
        }
    }
}
