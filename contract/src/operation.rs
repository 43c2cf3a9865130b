//! An operation is its request: the struct that is sent carries, as constants, everything else there is to know.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    identifier::IssuerId,
    path::Lists,
    reading::Malformed,
    rows,
    status::{Opened, Status},
    wallet::MessageHeader,
};

/// One operation of the gateway. The portal sends it, the sandbox answers it, the tests check it, all from this.
pub trait Operation: Serialize + DeserializeOwned + 'static {
    /// How the request is sealed and the answer opened.
    type Family: Family;
    /// What comes back when the gateway did it.
    type Answer: Serialize + DeserializeOwned;
    /// The facts that stand beside the request.
    const SPEC: Spec;

    /// Reads what `data` holds, in the issuing family. An operation with very long lists says where its own is compiled for
    /// speed.
    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        rows::read(data)
    }
}

/// One of the two ways in which the gateway wraps what it carries.
pub trait Family {
    /// Which of the two it is, and so which prefix the issuer configured for it.
    const NAME: FamilyName;
    /// The request as it goes over the wire, to the operation's own path.
    fn seal<O: Operation>(request: &O, sender: &Sender) -> Result<Wire, Malformed> {
        Self::seal_to(O::SPEC.path, request, sender)
    }
    /// The same to the path by which an issuer replaces the operation's own. It has the same placeholders.
    fn seal_to<O: Operation>(path: &str, request: &O, sender: &Sender) -> Result<Wire, Malformed>;
    /// Reads the body of an answer. `Err` when it is not what the family documents.
    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed>;
    /// What the gateway itself says in the body of an HTTP error, where the family documents one.
    fn refusal(text: &str) -> Option<Status>;
    /// Whether an answer says that its list goes on behind this page: yes, no, or `None` where it says nothing.
    fn more(_text: &str) -> Option<bool> {
        None
    }
    /// Reads a request as the gateway does: the sandbox's half of [`Self::seal`]. What the contract would not write itself
    /// is refused, even where a reader could guess what was meant.
    fn read<O: Operation>(wire: &Wire) -> Result<(Sender, O), Malformed> {
        Self::read_with(wire, Lists::default())
    }
    /// The same for a gateway that takes lists in a query this way.
    fn read_with<O: Operation>(wire: &Wire, lists: Lists) -> Result<(Sender, O), Malformed>;
}

/// The two families by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyName {
    /// Customer care and mobile transactions, below `/b2b-gateway`.
    Wallet,
    /// The issuing API, below `/api/v2`.
    Issuing,
}

/// Who sends a request: what every call carries and no request repeats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// For the wallet family.
    pub header: MessageHeader,
    /// For the issuing family: `{issuerId}` in every path.
    pub issuer_id: IssuerId,
    /// How this issuer's gateway takes lists in a query.
    pub lists: Lists,
}

/// A request as it goes over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    /// Path with its placeholders filled and percent-encoded; a query follows where there is one.
    pub path: String,
    /// JSON text, where the method carries a body.
    pub body: Option<String>,
}

/// The facts of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The documented name: `updateCustomerActivation`.
    pub name: &'static str,
    /// What stands before `Request` and `Response` in the wrapper's key. Usually the name; not always (seed 001:21).
    pub wrapper: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path below the family's prefix. `{placeholder}` names a field of the request.
    pub path: &'static str,
    /// How sure we are of the path.
    pub path_source: PathSource,
    /// Issuer configurations in which the gateway offers it (seed 000).
    pub configurations: &'static [Configuration],
    /// Which kind of action it is, and so which verification of the caller the issuer asks for.
    pub action: Action,
    /// What it does to the world.
    pub effect: Effect,
    /// How an unknown outcome is settled. Says nothing for a read.
    pub settled_by: Settlement,
    /// Whether the gateway executes it once for each `WL-Correlation-ID` and answers a repetition with the first answer
    /// (public description: `idempotent`). A repetition of one intent then carries the same id; nothing else is repeated
    /// without a read.
    pub idempotent: bool,
    /// Who calls it.
    pub used_by: UsedBy,
    /// What its answer may tell about people.
    pub carries: Carries,
    /// The shape of the status in the wallet family's answers.
    pub status_shape: StatusShape,
    /// Where it is documented: `004:18`, or `public`.
    pub source: &'static str,
}

/// How the outcome of a write is settled when its answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The state that it sets is read: new means done, old means it may be sent again, another means a conflict.
    ReadState,
    /// The list is read, and what was to be made is looked for by its values.
    CompareList,
    /// The external triplet (date, reference, poster) is made once per intent, and inquired for.
    InquireTriplet,
    /// The external reference is made once per intent, and read.
    ReadReference,
    /// The dispute folder is read with everything in it, and the difference is shown.
    ReadFolder,
    /// Codes, answers and passwords are never sent again: the rep asks the caller.
    AskRep,
}

/// Who calls an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsedBy {
    /// A rep, from this portal.
    Rep,
    /// A rep with a stronger role or a second step: money, credentials, card data, what cannot be undone.
    RepWithCare,
    /// A wallet app or a merchant's server. The portal cannot call it.
    WalletApp,
    /// The platform calls us. The portal cannot call it.
    Platform,
    /// Named in passing; nothing documents it but a public path. The portal does not call it yet.
    InPassing,
}

/// What an answer may hold about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// Nothing.
    Nothing,
    /// Names, addresses, birth dates.
    Personal,
    /// Masked cards, and from a careless gateway full ones, which are dropped.
    Card,
    /// Both.
    PersonalAndCard,
    /// A code or a question: relayed, never kept.
    Credential,
}

/// Which of the two documented statuses an answer of the wallet family holds. Either is read, whatever this says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusShape {
    /// `errors` (customer care).
    Errors,
    /// `statusDetails` (mobile transactions).
    Details,
    /// None: the issuing family.
    Absent,
}

/// HTTP method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Only the issuing family reads with it.
    Get,
    /// The wallet family reads and writes with it.
    Post,
    /// A full replacement, or the second half of a verification.
    Put,
    /// A partial change.
    Patch,
    /// Removes, and answers what was removed.
    Delete,
}

impl Method {
    /// As HTTP writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Where a path comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathSource {
    /// Printed in a guide: `001:163`.
    Seed(&'static str),
    /// Found in a public original.
    Public,
    /// Proposed from the naming pattern; an issuer corrects it with `gateway.paths`.
    Inferred,
}

/// How the issuer's wallets are kept (seed 000:5-10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Configuration {
    /// The platform is the system of record.
    #[serde(rename = "WLW")]
    Wlw,
    /// Profiles are kept by an identity provider, credentials by the platform.
    #[serde(rename = "WLW_IDP")]
    WlwIdp,
    /// Everything is kept elsewhere.
    #[serde(rename = "EXTERNAL")]
    External,
}

impl Configuration {
    /// As it is written in the configuration file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wlw => "WLW",
            Self::WlwIdp => "WLW_IDP",
            Self::External => "EXTERNAL",
        }
    }
}

/// The kind of thing a rep does, which decides how well the caller must be verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Finding somebody: before anybody can be verified.
    Find,
    /// Seeing personal facts in clear.
    Reveal,
    /// Locking, unlocking, activating.
    Unlock,
    /// Changing who the customer is and where they live.
    Profile,
    /// Moving money or limits.
    Money,
    /// Passwords, codes, questions.
    Credentials,
}

/// What an operation does to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it may be asked again.
    Read,
    /// It sets a state: after an unknown outcome read, then it may be sent again.
    SetsState,
    /// Each time it is sent it may happen once more: after an unknown outcome read and decide, never send again blindly.
    Once,
}

impl Spec {
    /// In which issuer configurations the gateway offers it.
    pub const fn in_configurations(mut self, configurations: &'static [Configuration]) -> Self {
        self.configurations = configurations;
        self
    }

    /// The wrapper's key, where it is not the operation's name.
    pub const fn wrapped_as(mut self, wrapper: &'static str) -> Self {
        self.wrapper = wrapper;
        self
    }

    /// Which verification of the caller it asks for.
    pub const fn asks(mut self, action: Action) -> Self {
        self.action = action;
        self
    }

    /// It changes nothing.
    pub const fn reads(mut self) -> Self {
        self.effect = Effect::Read;
        self
    }

    /// It sets a state, and may be sent again after a read.
    pub const fn repeatable_after_read(mut self) -> Self {
        self.effect = Effect::SetsState;
        self
    }

    /// How an unknown outcome is settled.
    pub const fn settled_by(mut self, settlement: Settlement) -> Self {
        self.settled_by = settlement;
        self
    }

    /// The gateway executes it once for each correlation id.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Who calls it.
    pub const fn used_by(mut self, who: UsedBy) -> Self {
        self.used_by = who;
        self
    }

    /// What its answer may tell about people.
    pub const fn carries(mut self, what: Carries) -> Self {
        self.carries = what;
        self
    }

    /// Its answers hold the status of the mobile transactions.
    pub const fn with_details(mut self) -> Self {
        self.status_shape = StatusShape::Details;
        self
    }

    /// Where it is documented: seed and line.
    pub const fn from_seed(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// It is documented in a public original alone: no seed names it.
    pub const fn from_public_original(self) -> Self {
        self.from_seed("public")
    }

    /// Where the path comes from.
    pub const fn path_from(mut self, source: PathSource) -> Self {
        self.path_source = source;
        self
    }

    /// Whether a rep calls it. The portal does not compile with a call of any other operation.
    pub const fn for_reps(&self) -> bool {
        matches!(self.used_by, UsedBy::Rep | UsedBy::RepWithCare)
    }

    /// Whether an issuer in this configuration can call it.
    pub fn exists_in(&self, configuration: Configuration) -> bool {
        self.configurations.contains(&configuration)
    }

    /// Whether its outcome matters when the answer is lost.
    pub fn writes(&self) -> bool {
        self.effect != Effect::Read
    }
}

/// Every configuration: what the matrix of seed 000 calls "all".
pub const EVERYWHERE: &[Configuration] = &[Configuration::Wlw, Configuration::WlwIdp, Configuration::External];

/// An operation that is sent with POST: the wallet family's usual form. Until told otherwise it is a write that must not
/// be repeated, exists everywhere and has an inferred path: the careful assumption.
pub const fn post(name: &'static str, path: &'static str) -> Spec {
    Spec {
        name,
        wrapper: name,
        method: Method::Post,
        path,
        path_source: PathSource::Inferred,
        configurations: EVERYWHERE,
        action: Action::Find,
        effect: Effect::Once,
        settled_by: Settlement::ReadState,
        idempotent: false,
        used_by: UsedBy::Rep,
        carries: Carries::PersonalAndCard,
        status_shape: StatusShape::Errors,
        source: "",
    }
}

/// An operation of the wallet family that is sent with PUT: the second half of a verification, or a replacement.
pub const fn put(name: &'static str, path: &'static str) -> Spec {
    with_method(post(name, path), Method::Put)
}

/// An operation of the wallet family that is read with GET.
pub const fn get(name: &'static str, path: &'static str) -> Spec {
    with_method(post(name, path), Method::Get).reads()
}

/// An operation of the issuing family; `path` begins below `/issuers/{issuerId}`. Its path stands in the guide unless told
/// otherwise. A GET reads; everything else is a write that must not be repeated, until told otherwise.
pub const fn issuing(name: &'static str, method: Method, path: &'static str) -> Spec {
    let mut spec = with_method(post(name, path), method);
    spec.status_shape = StatusShape::Absent;
    spec.path_source = PathSource::Public;
    if matches!(method, Method::Get) { spec.reads() } else { spec }
}

const fn with_method(mut spec: Spec, method: Method) -> Spec {
    spec.method = method;
    spec
}
