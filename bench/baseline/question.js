// What the typed text is: a phone number, an address, a name or an id; and the question that follows from it.

const WORDS = {
  phone: "phone number",
  email: "e-mail address",
  lastName: "name",
  externalId: "external ID",
  customerId: "customer ID",
};

/** What completes "No customer has this …". */
export function wordsFor(by) {
  return WORDS[by];
}

/** What is sent, or the sentence that says what is missing. */
export function question(chosen, typed) {
  const text = typed.trim();
  if (!text) return { refused: "Type what the caller tells you: a phone number, an e-mail address, a name or an ID." };
  const by = chosen === "auto" ? recognise(text) : chosen;
  if (by === "phone") {
    const phone = nationalDigits(text);
    if (phone.length < 5) return { refused: "A phone number has at least five digits. Ask for the whole number." };
    return { by, request: { phone } };
  }
  if (by === "email" && !text.includes("@")) {
    return { refused: "An e-mail address has an @. Ask the caller to spell it." };
  }
  return { by, request: by === "lastName" ? names(text) : { [by]: text } };
}

/** What stands beside the box while the rep types. */
export function takenAs(chosen, typed) {
  if (chosen !== "auto" || !typed.trim()) return "";
  const { by, request, refused } = question(chosen, typed);
  if (refused) return "";
  if (by === "lastName") return request.firstName ? "Taken as first and last name" : "Taken as last name";
  return `Taken as ${WORDS[by]}${by === "phone" ? ` ${request.phone}` : ""}`;
}

function recognise(text) {
  const digits = text.replace(/\D/g, "").length;
  const oneWord = !/\s/.test(text);
  if (text.includes("@")) return "email";
  if (digits >= 7 && digits <= 15 && /^[\d\s+./()\u2010-\u2013-]+$/.test(text)) return "phone";
  if (oneWord && digits && (!/\p{L}/u.test(text) || /[-_:]/.test(text))) return "externalId";
  if (/^[A-Za-z0-9]{12}$/.test(text) && /[a-z]/.test(text) && text.slice(1).replace(/[a-z]/g, "").length > 1) {
    return "customerId";
  }
  return oneWord && digits ? "externalId" : "lastName";
}

/** National, without signs; the North American country code is dropped. */
function nationalDigits(text) {
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  return /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/** "Casey", "Paul Casey" or "Casey, Paul". */
function names(text) {
  const tidy = (part) => part.trim().replace(/\s+/g, " ");
  let firstName = "";
  let lastName = text;
  if (text.includes(",")) [lastName, firstName] = text.split(/,(.*)/s).map(tidy);
  else if (/\s/.test(text)) [firstName, lastName] = text.split(/\s(.*)/s).map(tidy);
  if (!lastName) return { lastName: firstName };
  return firstName ? { firstName, lastName } : { lastName };
}
