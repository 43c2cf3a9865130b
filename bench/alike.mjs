// Whether both pages show the same: figures of two pages that do different things say nothing.

import { open, search, withPage } from "./browser.mjs";

/** The first place where the lists of matches differ, or `null`. */
export async function difference(portal, baseline, phone) {
  const [one, other] = [await matchesOf(portal, phone), await matchesOf(baseline, phone)];
  const place = one.findIndex((element, index) => element !== other[index]);
  if (place < 0 && one.length === other.length) return null;
  const index = place < 0 ? one.length : place;
  return [`${portal.name}: ${one[index] ?? "nothing"}`, `${baseline.name}: ${other[index] ?? "nothing"}`];
}

function matchesOf(site, phone) {
  return withPage({}, async (page) => {
    await open(page, site.origin);
    await search(page, phone);
    await page.getByRole("list", { name: "Matching customers" }).waitFor();
    return page.evaluate(readElements);
  });
}

/** Runs in the page: every element of the screen with its attributes and its own text, in order. */
function readElements() {
  const ownText = (element) => {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    return texts.map(({ data }) => data).join("");
  };
  return [...document.querySelectorAll("#main, #main *")].map((element) => {
    // Addresses are opaque, and every browser's are its own.
    const attributes = [...element.attributes].filter(
      ({ name, value }) => name !== "href" || !value.startsWith("/customers/"),
    );
    const words = attributes.map(({ name, value }) => ` ${name}="${value}"`).sort();
    return `<${element.localName}${words.join("")}>${ownText(element)}`;
  });
}
