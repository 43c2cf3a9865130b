// Reading 10,000 operations of a statement by the contract, and parsing the same text by the browser alone.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { smallerModules } from "../../xtask/smaller.mjs";
import { withPage } from "../browser.mjs";
import { median } from "../table.mjs";

/** As many as a busy company's statement has. */
export const ROWS = 10_000;

/** Each side in turn, so that whatever else the machine does meets both alike. */
const ROUNDS = 15;
/** After so many, both compilers of the browser are done. */
const WARM_AFTER = 3;

/** Milliseconds for each side. `folder` holds what wasm-bindgen made of `bench/decoding`; it is packed as the portal is. */
export function decoding(folder) {
  const [module] = smallerModules(folder, ["decoding_bg.wasm"]);
  const given = {
    script: readFileSync(join(folder, "decoding.js"), "utf8"),
    module: module.content.toString("base64"),
    text: statement(),
    rounds: WARM_AFTER + ROUNDS,
  };
  return withPage({}, async (page) => {
    const { read, contract, browser } = await page.evaluate(measure, given);
    if (read !== ROWS) throw new Error(`Of ${ROWS} operations ${read} were read.`);
    return { contract: median(contract.slice(WARM_AFTER)), browser: median(browser.slice(WARM_AFTER)) };
  });
}

/** The guide's own statement, with its rows repeated under other identifiers. */
function statement() {
  const sample = "../../contract/samples/issuing-v2/listStatementOperations.response.json";
  const { data } = JSON.parse(readFileSync(new URL(sample, import.meta.url), "utf8"));
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    ...data[index % data.length],
    operationIdentifier: { operationId: String(1000000000000000 + index) },
    externalOperationReference: String(10000000000000000 + index),
  }));
  return JSON.stringify({ data: rows });
}

/** Runs in the page. The contract is given bytes, as from the network, and the browser the text that they make. */
async function measure({ script, module, text, rounds }) {
  const { default: load, Statement } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  await load({ module_or_path: Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)) });
  const answer = new TextEncoder().encode(text);
  const timed = (work) => {
    const begin = performance.now();
    const result = work();
    return [performance.now() - begin, result];
  };
  let read = 0;
  const contract = [];
  const browser = [];
  for (let round = 0; round < rounds; round++) {
    const [ours, statement] = timed(() => Statement.read(answer));
    const [theirs, parsed] = timed(() => JSON.parse(text));
    contract.push(ours);
    browser.push(theirs);
    read = statement?.length ?? 0;
    statement?.free();
    if (parsed.data.length !== read) throw new Error("The two do not agree.");
  }
  return { read, contract, browser };
}
