// What stands for a customer in addresses and storage, and says nothing about them.

const SALT = "baseline.salt";

let salt = null;

/** The same record gives the same key in every tab of this browser, and tells nothing to anybody who has not its salt. */
export function keyFor({ customerUri, customerId }) {
  salt ??= saltOfThisBrowser();
  const text = `${customerUri}\0${customerId ?? ""}`;
  let [one, other] = salt;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

function saltOfThisBrowser() {
  const kept = localStorage.getItem(SALT)?.split(" ").map(Number);
  if (kept) return kept;
  const fresh = crypto.getRandomValues(new Int32Array(2));
  localStorage.setItem(SALT, fresh.join(" "));
  return fresh;
}
