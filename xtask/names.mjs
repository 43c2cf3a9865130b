// Gives short names to what a module and its glue call each other: those that wasm-bindgen makes up end in sixteen signs of
// digest each, which no compression shortens, and both files hold all of them.

const IMPORTS = 2;
const EXPORTS = 7;
const GLUE = "./care-portal_bg.js";
const CLOSURE = /^wasm_bindgen__convert__closures_+invoke__h/;

// The module and its glue under short names. Whatever one of them knows alone stays as it is.
export function underShortNames(module, glue) {
  const names = new Map([[GLUE, "_"]]);
  const short = (name) => names.get(name) ?? names.set(name, shortName(names.size - 1)).get(name);
  const renamed = rewritten(module, {
    [IMPORTS]: (from, name) => (from === GLUE ? [short(GLUE), short(name)] : [from, name]),
    [EXPORTS]: (name) => [CLOSURE.test(name) ? `$${short(name)}` : name],
  });
  for (const [name, own] of names) {
    const literal = new RegExp(`(?<![\\w$])${name.replace(/[.$/]/g, "\\$&")}(?![\\w$])`, "g");
    if (!literal.test(glue)) throw new Error(`The glue does not know ${name}, which the module names.`);
    glue = glue.replace(literal, CLOSURE.test(name) ? () => `$${own}` : () => own);
  }
  return { module: renamed, glue };
}

// "a" to "Z", then "aa" and on.
function shortName(index) {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const last = letters[index % letters.length];
  return index < letters.length ? last : shortName(Math.floor(index / letters.length) - 1) + last;
}

// The module with other names in its import and export sections.
function rewritten(module, changes) {
  const pieces = [module.subarray(0, 8)];
  for (let place = 8; place < module.length; ) {
    const kind = module[place];
    const [length, start] = number(module, place + 1);
    const section = module.subarray(start, start + length);
    const content = kind in changes ? renamedSection(section, kind, changes[kind]) : section;
    pieces.push(Buffer.from([kind]), encoded(content.length), content);
    place = start + length;
  }
  return Buffer.concat(pieces);
}

// Every entry begins with its names: two where something is imported, one where it is exported.
function renamedSection(section, kind, change) {
  let [count, place] = number(section, 0);
  const pieces = [encoded(count)];
  while (count-- > 0) {
    const names = [];
    for (let left = kind === IMPORTS ? 2 : 1; left > 0; left--) {
      const [length, start] = number(section, place);
      names.push(section.toString("utf8", start, start + length));
      place = start + length;
    }
    for (const name of change(...names)) pieces.push(encoded(Buffer.byteLength(name)), Buffer.from(name));
    const end = kind === IMPORTS ? endOfImport(section, place) : number(section, place + 1)[1];
    pieces.push(section.subarray(place, end));
    place = end;
  }
  return Buffer.concat(pieces);
}

// Where the description of what is imported ends.
function endOfImport(section, place) {
  const limits = (at) => {
    const least = number(section, at + 1)[1];
    return section[at] & 1 ? number(section, least)[1] : least;
  };
  switch (section[place]) {
    case 0: // a function, by its type
      return number(section, place + 1)[1];
    case 1: // a table: its type, and how large it may become
      return limits(place + 2);
    case 2: // a memory
      return limits(place + 1);
    case 3: // a global: its type, and whether it changes
      return place + 3;
    default:
      throw new Error(`An import of kind ${section[place]} is not known here.`);
  }
}

// A number as the format writes it, and the place behind it.
function number(bytes, place) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[place++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, place];
  }
}

function encoded(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) | (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return Buffer.from(bytes);
}
