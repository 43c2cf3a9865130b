// The two pages that are compared, each served by a sandbox of its own: the built portal, and the hand-written page in
// baseline/ in the same shell with the same style, packed in the same way.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const esbuild = createRequire(here("../end2end/package.json"))("esbuild");

/** The issuer's day: whatever is measured is as much on every day. */
const TODAY = "2025-07-15";

/** Starts both. What comes back says where they are and ends them. */
export async function serveBoth(dist, program) {
  const folder = mkdtempSync(join(tmpdir(), "care-portal-bench-"));
  const started = [];
  const end = () => {
    started.forEach((sandbox) => sandbox.kill());
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    packBaseline(dist, folder);
    const portal = { name: "portal", origin: await startSandbox(program, dist, started) };
    const baseline = { name: "plain page", origin: await startSandbox(program, folder, started) };
    return { portal, baseline, end };
  } catch (error) {
    end();
    throw error;
  }
}

/** The portal's own page with another program: whatever else it sends stays as it is. */
function packBaseline(dist, folder) {
  const isProgram = (name) => /\.wasm|^start-|^index\.html/.test(name);
  cpSync(dist, folder, { recursive: true, filter: (path) => !isProgram(basename(path)) });
  const script = bundle();
  const name = `assets/baseline-${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
  let page = readFileSync(join(dist, "index.html"), "utf8");
  page = page.replace(/<link rel="(module)?preload"[^>]*>\n?/g, "");
  const scripts = [...page.matchAll(/<script type="module"[^>]*><\/script>/g)];
  if (scripts.length !== 1) throw new Error(`The built page starts ${scripts.length} programs and not one.`);
  page = page.replace(scripts[0][0], `<script type="module" src="/${name}" integrity="${integrity}" async></script>`);
  emit(join(folder, name), script);
  emit(join(folder, "index.html"), Buffer.from(page));
}

function bundle() {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [here("baseline/main.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

function emit(file, content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
}

/** On any free port; both sandboxes have the same people and no delay of their own. */
function startSandbox(program, folder, started) {
  return new Promise((resolve, reject) => {
    const sandbox = spawn(program, ["--listen", "127.0.0.1:0", "--today", TODAY, "--serve", folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(sandbox);
    sandbox.once("error", (error) => reject(new Error(`The sandbox ${program} does not start: ${error.message}.`)));
    sandbox.once("exit", (code) => reject(new Error(`The sandbox ended with ${code} before it could be asked.`)));
    sandbox.stdout.on("data", (text) => {
      const origin = /http:\/\/[\d.]+:\d+/.exec(text);
      if (origin) resolve(origin[0]);
    });
  });
}
