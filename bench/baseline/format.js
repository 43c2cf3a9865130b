// Dates as the issuer's locale and time zone write them, and just enough of a personal fact to confirm what is said.

let formats = null;

let numbers = null;

export function setLocale(locale, timeZone) {
  const formatsOf = new Map();
  numbers = (decimals) => {
    if (!formatsOf.has(decimals)) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      formatsOf.set(decimals, new Intl.NumberFormat(locale, digits).format);
    }
    return formatsOf.get(decimals);
  };
  const format = (parts) => new Intl.DateTimeFormat(locale, { timeZone, ...parts }).format;
  const minute = { hour: "2-digit", minute: "2-digit" };
  formats = {
    date: format({ day: "numeric", month: "short", year: "numeric" }),
    minute: format(minute),
    second: format({ ...minute, second: "2-digit" }),
    wall: new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format,
  };
}

/** "29 Jul 2022". */
export const date = (millis) => formats.date(millis);
/** "14:02". */
export const minute = (millis) => formats.minute(millis);
/** "14:02:11". */
export const second = (millis) => formats.second(millis);

/** "−1,234.50", from exact digits: none is lost in a floating-point number. */
export const number = (exact, decimals = 0) => numbers(decimals)(exact).replace("-", "\u2212");

/** `-1234.50`: an amount's minor units as exact digits. */
export function minorUnits({ value, exponent }) {
  const digits = String(Math.abs(value)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : "";
  return `${value < 0 ? "-" : ""}${whole}${fraction}`;
}

const DAY = 86_400_000;

/** The issuer's today, so many days later, as a date field holds it. */
export function today(days = 0) {
  return new Date(Date.parse(`${formats.wall(Date.now()).slice(0, 10)}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** When a day begins where the issuer is, so many days later; as the issuing family takes it. */
export function startOfDay(day, days = 0) {
  const midnight = Date.parse(`${day}T00:00Z`) + days * DAY;
  const ahead = (moment) => Date.parse(`${formats.wall(moment).replace(" ", "T")}Z`) - moment;
  const moments = [midnight - ahead(midnight - DAY), midnight - ahead(midnight + DAY)];
  const begins = moments.filter((moment) => moment + ahead(moment) === midnight);
  return new Date(Math.min(...(begins.length > 0 ? begins : moments))).toISOString().replace(/\.\d+/, "");
}

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
