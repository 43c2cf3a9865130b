// The two flags of a wallet in one word, everywhere the same.

/** As every screen names it. */
export function stateOf({ active, locked }) {
  if (typeof active !== "boolean" || typeof locked !== "boolean") return "Not stated";
  if (active) return locked ? "Locked" : "Active";
  return locked ? "Inactive and locked" : "Inactive";
}

const LOOKS = {
  Active: { tone: "good", icon: "check", word: "Active" },
  Locked: { tone: "attention", icon: "lock", word: "Locked" },
  Inactive: { tone: null, icon: "off", word: "Inactive" },
  "Inactive and locked": { tone: "attention", icon: "lock", word: "Inactive and locked" },
  "Not stated": { tone: "attention", icon: "warning", word: "Not stated" },
};

export function look(state) {
  return LOOKS[state];
}
