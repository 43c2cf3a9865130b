// What budgets.toml says about ratios: the one file that holds every budget.

import { readFileSync } from "node:fs";

/** The `name = number` lines under `[ratio]`, by name. */
export function ratioBudgets() {
  const text = readFileSync(new URL("../budgets.toml", import.meta.url), "utf8");
  const [, section = ""] = text.split(/^\[ratio\]$/m);
  const lines = section.split(/^\[/m)[0].matchAll(/^(\w+) *= *([\d._]+)/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value.replaceAll("_", ""))]));
}
