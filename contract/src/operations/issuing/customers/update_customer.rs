//! `PUT` and `PATCH /customers/{customerReference}`, seed 004:1732-1810.

use serde::{Deserialize, Serialize};

use super::{
    contact::{ContactDetails, ContactObstacle},
    customer::{Customer, Vulnerability},
    identifiers::CustomerIdentifier,
};
use crate::{
    free_form::FreeForm,
    identifier::CustomerReference,
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, issuing},
    operations::issuing::operations::stamp,
    personal::Personal,
    secret::Secret,
    text_bool,
};

/// The two updates carry the same attributes. They are not nested in one: the wire has them beside the path's.
macro_rules! customer_update {
    ($(#[$doc:meta])* $name:ident, $(#[$of_names:meta])* $names:ty) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// In the path.
            pub customer_reference: CustomerReference,
            /// "Herr", "Mrs": free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub courtesy_title: Option<String>,
            /// Given name; required by the full update.
            $(#[$of_names])*
            pub first_name: $names,
            /// Family name; required by the full update.
            $(#[$of_names])*
            pub last_name: $names,
            /// Second given name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub second_first_name: Option<String>,
            /// Family name before marriage.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub maiden_name: Option<String>,
            /// The name to write to.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub correspondence_name: Option<String>,
            /// `M` in the guide; free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub sex: Option<String>,
            /// A day that travels as midnight in UTC (seed 004:1276); never shifted.
            #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
            pub birth_date: Option<Instant>,
            /// Where born.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub birth_place: Option<Personal>,
            /// `DE` in the guide; free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub nationality: Option<String>,
            /// Free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub marital_status: Option<String>,
            /// Free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub profession: Option<String>,
            /// Free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub employer_name: Option<String>,
            /// Free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub employer_address: Option<Personal>,
            /// A number that travels as text: `"0"` (seed 004:1282).
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub monthly_salary: Option<Personal>,
            /// Whether the issuer employs the customer.
            #[serde(
                default,
                deserialize_with = "text_bool::optional::deserialize",
                skip_serializing_if = "Option::is_none",
            )]
            pub employee: Option<bool>,
            /// Kept for later use by the platform.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub customer_class: Option<String>,
            /// Among the issuer's own words: `Normal`, `Bankruptcy`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub commercial_status: Option<String>,
            /// Among the issuer's own words: `Standard`, `Student`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub offline_risk_category: Option<String>,
            /// Among the issuer's own words: `Standard`, `Student`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub online_risk_category: Option<String>,
            /// ISO 639-1 is recommended: `de`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub preferred_correspondence_language: Option<String>,
            /// Whether the customer asked not to be contacted.
            #[serde(
                default,
                deserialize_with = "text_bool::optional::deserialize",
                skip_serializing_if = "Option::is_none",
            )]
            pub do_not_contact: Option<bool>,
            /// Where the customer's picture is kept.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub picture: Option<String>,
            /// A page of the customer's.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub url1: Option<String>,
            /// Another.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub url2: Option<String>,
            /// Tax number, where the person is a company.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub vat_number: Option<Personal>,
            /// Its country.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub vat_country: Option<String>,
            /// The customer at a partner of the issuer.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub partner_external_reference: Option<String>,
            /// Asked to know the customer. Carried so that a full update does not lose it; shown nowhere.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub secret_question: Option<Secret>,
            /// What the customer answered once. Carried likewise.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub secret_answer: Option<Secret>,
            /// Facts of the issuer's own, passed through by the platform. What is not sent stays (public).
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub specific_fields: Option<FreeForm>,
            /// What makes the customer vulnerable.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub vulnerabilities: Option<Vec<NewVulnerability>>,
            /// Whether the customer is vulnerable.
            #[serde(
                default,
                deserialize_with = "text_bool::optional::deserialize",
                skip_serializing_if = "Option::is_none",
            )]
            pub vulnerability_indicator: Option<bool>,
            /// What to mind, in free text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub vulnerability_note: Option<Personal>,
            /// All contacts: the list that is sent replaces the list that is kept (seed 004:1766).
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub contacts: Option<Vec<ContactDetails>>,
        }
    };
}

customer_update! {
    /// Changes what is given and leaves the rest: the usual way to correct a name, a birth date or a status.
    ///
    /// Source: seed 004:1751. The answer's external reference may be the internal one (seed 004:1807), so the customer
    /// is read again. Errors: 400, 404.
    UpdateCustomerPartially, #[serde(default, skip_serializing_if = "Option::is_none")] Option<String>
}

customer_update! {
    /// Replaces all attributes of a customer; what is missing is lost. Made from a fresh read by
    /// [`UpdateCustomer::of`].
    ///
    /// Source: seed 004:1732-1745; attributes public. Errors: 400 without first and last name, 404.
    UpdateCustomer, String
}

impl Operation for UpdateCustomerPartially {
    type Family = Issuing;
    type Answer = ChangedCustomer;
    const SPEC: Spec = issuing("updateCustomerPartially", Method::Patch, "/customers/{customerReference}")
        .from_seed("004:1751")
        .path_from(PathSource::Seed("004:1783"))
        .asks(Action::Profile)
        .repeatable_after_read()
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing);
}

impl Operation for UpdateCustomer {
    type Family = Issuing;
    type Answer = ChangedCustomer;
    const SPEC: Spec = issuing("updateCustomer", Method::Put, "/customers/{customerReference}")
        .from_seed("004:1732")
        .asks(Action::Profile)
        .repeatable_after_read()
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing);
}

/// Who was changed. The new state is read, not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedCustomer {
    /// Its external reference is not to be believed (seed 004:1807).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<CustomerIdentifier>,
}

/// A reason to take special care of a customer, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewVulnerability {
    /// Free text. Required.
    #[serde(rename = "type")]
    pub kind: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Personal>,
}

/// Why a customer who was read cannot be sent as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerObstacle {
    /// The gateway did not state what the path names.
    NoReference,
    /// A given or a family name is missing: the rep states it, or changes the customer in part.
    NoName,
    /// A vulnerability or a contact could not be read, and would be lost.
    Unreadable,
    /// A vulnerability says not of what kind it is, which is required.
    Vulnerability,
    /// A contact cannot be repeated.
    Contact(ContactObstacle),
}

impl UpdateCustomer {
    /// The customer as just read, to be changed before it is sent; or why that would lose something. Contacts are in it when
    /// they were asked for; the issuer's own facts are not, because the platform keeps what is not sent.
    pub fn of(customer: &Customer) -> Result<Self, CustomerObstacle> {
        let Customer { vulnerabilities, contacts, .. } = customer.clone();
        let unreadable = vulnerabilities.as_ref().map_or(0, |rows| rows.unreadable)
            + contacts.as_ref().map_or(0, |rows| rows.unreadable);
        if unreadable > 0 {
            return Err(CustomerObstacle::Unreadable);
        }
        let vulnerabilities = vulnerabilities.map(|rows| {
            let sent = rows
                .rows
                .into_iter()
                .map(|Vulnerability { kind, comment }| Some(NewVulnerability { kind: kind?, comment }));
            sent.collect::<Option<Vec<_>>>().ok_or(CustomerObstacle::Vulnerability)
        });
        let contacts = contacts.map(|rows| {
            let sent = rows.rows.iter().map(|contact| contact.details());
            sent.collect::<Result<Vec<_>, _>>().map_err(CustomerObstacle::Contact)
        });
        let kept = customer.clone();
        Ok(Self {
            customer_reference: kept.customer_identifier.customer_reference.ok_or(CustomerObstacle::NoReference)?,
            courtesy_title: kept.courtesy_title,
            first_name: kept.first_name.ok_or(CustomerObstacle::NoName)?,
            last_name: kept.last_name.ok_or(CustomerObstacle::NoName)?,
            second_first_name: kept.second_first_name,
            maiden_name: kept.maiden_name,
            correspondence_name: kept.correspondence_name,
            sex: kept.sex,
            birth_date: kept.birth_date,
            birth_place: kept.birth_place,
            nationality: kept.nationality,
            marital_status: kept.marital_status,
            profession: kept.profession,
            employer_name: kept.employer_name,
            employer_address: kept.employer_address,
            monthly_salary: kept.monthly_salary,
            employee: kept.employee,
            customer_class: kept.customer_class,
            commercial_status: kept.commercial_status,
            offline_risk_category: kept.offline_risk_category,
            online_risk_category: kept.online_risk_category,
            preferred_correspondence_language: customer.language().map(str::to_owned),
            do_not_contact: kept.do_not_contact,
            picture: kept.picture,
            url1: kept.url1,
            url2: kept.url2,
            vat_number: kept.vat_number,
            vat_country: kept.vat_country,
            partner_external_reference: kept.partner_external_reference,
            secret_question: kept.secret_question,
            secret_answer: kept.secret_answer,
            specific_fields: None,
            vulnerabilities: vulnerabilities.transpose()?,
            vulnerability_indicator: kept.vulnerability_indicator,
            vulnerability_note: kept.vulnerability_note,
            contacts: contacts.transpose()?,
        })
    }
}
