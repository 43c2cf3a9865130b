// Dates as the issuer's locale and time zone write them, and just enough of a personal fact to confirm what is said.

let formats = null;

export function setLocale(locale, timeZone) {
  const format = (parts) => new Intl.DateTimeFormat(locale, { timeZone, ...parts }).format;
  const minute = { hour: "2-digit", minute: "2-digit" };
  formats = {
    date: format({ day: "numeric", month: "short", year: "numeric" }),
    minute: format(minute),
    second: format({ ...minute, second: "2-digit" }),
  };
}

/** "29 Jul 2022". */
export const date = (millis) => formats.date(millis);
/** "14:02". */
export const minute = (millis) => formats.minute(millis);
/** "14:02:11". */
export const second = (millis) => formats.second(millis);

/** What is left, as a clock: "14:32". */
export function left(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `•••• •• 4444`: the last four digits. */
export function maskPhone(text) {
  const digits = text.replace(/\D/g, "");
  return digits.length < 6 ? "••••" : `•••• •• ${digits.slice(-4)}`;
}

/** `p••••@y••••.com`: the first letters of the name and of the domain, and how it ends. */
export function maskEmail(text) {
  const at = text.lastIndexOf("@");
  if (at < 0) return "••••";
  const [name, domain] = [text.slice(0, at), text.slice(at + 1)];
  const dot = domain.lastIndexOf(".");
  return `${name.slice(0, 1)}••••@${domain.slice(0, 1)}••••${dot < 0 ? "" : domain.slice(dot)}`;
}

/** `•• ••• 1969`: the year of a birthday that is kept as MMDDYYYY. */
export function maskBirthday(text) {
  return /^\d{8}$/.test(text) ? `•• ••• ${text.slice(4)}` : "";
}

export function birthdayOf(record) {
  return record.additionalCustomerInformation?.find(({ key }) => key === "birthday")?.value ?? "";
}
