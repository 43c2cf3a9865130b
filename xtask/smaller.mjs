// Makes WebAssembly smaller, always in the same way.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const optimiser = fileURLToPath(new URL("../end2end/node_modules/binaryen", import.meta.url));

const options = [
  "-Oz",
  "--strip-debug",
  "--strip-producers",
  "--strip-target-features",
  // What rustc uses for this target without being asked.
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

// The optimiser takes its time, and the same modules come by often: what it made of those in `compiled` is kept beside it.
export function smallerModules(compiled, names) {
  const read = (name) => readFileSync(join(compiled, name));
  const version = readFileSync(join(optimiser, "package.json"));
  const folder = join(dirname(compiled), "optimised");
  mkdirSync(folder, { recursive: true });
  const modules = names.map((name) => {
    const key = createHash("sha256").update(read(name)).update(options.join(" ")).update(version).digest("hex");
    const kept = `${key}.wasm`;
    if (!existsSync(join(folder, kept))) {
      const partial = join(folder, `${kept}.partial`);
      const program = join(optimiser, "bin/wasm-opt");
      execFileSync(process.execPath, [program, join(compiled, name), "-o", partial, ...options], { stdio: "inherit" });
      renameSync(partial, join(folder, kept));
    }
    return { name, kept, content: readFileSync(join(folder, kept)) };
  });
  const current = new Set(modules.map(({ kept }) => kept));
  for (const kept of readdirSync(folder)) if (!current.has(kept)) rmSync(join(folder, kept));
  return modules;
}
