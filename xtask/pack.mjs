// Packs what trunk compiled into what is deployed: `node xtask/pack.mjs <compiled> <dist>`.
//
// Everything under /assets/ bears a digest of its final bytes in its name and may be cached for ever; every other file keeps
// its name. The page vouches for the script and the style by their digests, and the script for the modules. Those of
// /assets/later/ are not part of the first load. Beside each file lies what brotli and gzip make of it. The same input gives
// the same bytes.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { underShortNames } from "./names.mjs";
import { smallerModules } from "./smaller.mjs";

const tools = fileURLToPath(new URL("../end2end/node_modules", import.meta.url));
const esbuild = createRequire(join(tools, "tools.js"))("esbuild");

const [compiled, dist] = process.argv.slice(2).map((folder) => resolve(folder));
const unfinished = `${dist}.unfinished`;
const read = (path) => readFileSync(join(compiled, path));

pack();

function pack() {
  rmSync(unfinished, { recursive: true, force: true });

  const [{ content }, ...parts] = smallerModules(compiled, ["care-portal_bg.wasm", ...namesOfParts()]);
  const module = shortened(content);
  const moduleUrl = asset("care-portal", "wasm", module);
  nameParts(parts);
  const script = bundle("start.js", (source) => {
    source = replaceOnce(source, '"/care-portal_bg.wasm"', JSON.stringify(moduleUrl));
    return replaceOnce(source, 'integrity: ""', `integrity: ${JSON.stringify(integrity(module))}`);
  });
  const scriptUrl = asset("start", "js", script);
  const early = bundle("early.js");
  const earlyUrl = asset("early", "js", early);
  const style = bundle("style/portal.css");
  const styleUrl = asset("portal", "css", style);

  let page = read("index.html").toString();
  page = page.replace(/^.*<link data-trunk .*\n/gm, "").replace(/<!--.*?-->/gs, "");
  page = replaceOnce(page, 'src="/start.js"', `src="${scriptUrl}" integrity="${integrity(script)}"`);
  page = replaceOnce(page, 'src="/early.js"', `src="${earlyUrl}" integrity="${integrity(early)}"`);
  page = replaceOnce(
    page,
    'href="/style/portal.css"',
    `href="${styleUrl}" integrity="${integrity(style)}"`,
  );
  // Asks for the module before the script does. Browsers ignore a digest here and say so; the script's request has it.
  page = replaceOnce(
    page,
    "</head>",
    `<link rel="preload" href="${moduleUrl}" as="fetch" type="application/wasm" crossorigin />\n</head>`,
  );
  for (const path of otherFiles()) {
    // A name that the portal itself knows is compiled into it, and cannot change any more.
    const isFixed = [module, script, early].some((program) => program.includes(`/${path}`));
    const content = read(path);
    if (isFixed) emit(path, content);
    else page = page.replaceAll(`"/${path}`, `"${asset(...nameAndExtension(path), content)}`);
  }
  emit("index.html", Buffer.from(page.replace(/\n\s+/g, "\n")));

  for (const [, url] of page.matchAll(/(?:href|src)="\/([^"#?]+)/g)) {
    if (!existsSync(join(unfinished, url))) throw new Error(`index.html names /${url}, which the build does not have.`);
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(unfinished, dist);
}

// Takes the long names out of the module and out of the glue that the script is bundled with.
function shortened(content) {
  const file = "care-portal.js";
  const { module, glue } = underShortNames(content, read(file).toString());
  writeFileSync(join(compiled, file), glue);
  return module;
}

// What the splitter took out of the main module.
function namesOfParts() {
  return readdirSync(compiled).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name)).sort();
}

// Tells the script that fetches the parts where they lie, and what they must be.
function nameParts(parts) {
  const file = "__wasm_split.js";
  let script = read(file) + readFileSync(new URL("later.js", import.meta.url));
  for (const { name, content } of parts) {
    const [, kind, of] = name.match(/^(split|chunk)_(.*)\.wasm$/);
    const url = asset(`later/${kind === "chunk" ? `shared-${of}` : of}`, "wasm", content);
    const request = `part(${JSON.stringify(url)}, ${JSON.stringify(integrity(content))})`;
    script = replaceOnce(script, `fetch(new URL("./${name}", import.meta.url))`, request);
  }
  writeFileSync(join(compiled, file), script);
}

// One file of what an entry imports, minified.
function bundle(entry, change = (source) => source) {
  const { outputFiles } = esbuild.buildSync({
    stdin: {
      contents: change(read(entry).toString()),
      resolveDir: dirname(join(compiled, entry)),
      sourcefile: entry,
      loader: entry.endsWith(".css") ? "css" : "js",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    // The glue names the script that fetches the parts once for each of them.
    logOverride: { "duplicate-object-key": "silent" },
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

// Stores a file that may be cached for ever and says where it is.
function asset(name, extension, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const path = `assets/${name}-${digest}.${extension}`;
  emit(path, content);
  return `/${path}`;
}

function emit(path, content) {
  const file = join(unfinished, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  const gzip = gzipSync(content, { level: 9 });
  // The system that compressed it: "unknown" on all of them.
  gzip[9] = 255;
  for (const [extension, compressed] of [["br", brotli], ["gz", gzip]]) {
    if (compressed.length < content.length) writeFileSync(`${file}.${extension}`, compressed);
  }
}

// What trunk copied that is neither packed above nor part of it.
function otherFiles() {
  return readdirSync(compiled, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(css|js|wasm|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(compiled.length + 1))
    .sort();
}

function nameAndExtension(path) {
  const [, name, extension] = path.match(/([^/]+)\.([^./]+)$/);
  return [name, extension];
}

function integrity(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

function replaceOnce(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`Expected ${from} once, found it ${parts.length - 1} times.`);
  return parts.join(to);
}
