// A table of thousands of rows, of which the page holds only those near the screen; each takes other texts when another
// row comes into sight.

import { h } from "./elements.js";

const SPARE = 8;

/** The table; `columns` are `[head, class, isName]`, and `lineOf(row)` says what stands in a row. */
export function longTable(label, columns, lineOf) {
  const above = space();
  const below = space();
  const body = h("tbody", {}, above, below);
  const heads = columns.map(([head, kind]) => h("th", { scope: "col", class: kind }, head));
  const table = h(
    "table",
    {},
    h("caption", { class: "hidden" }, label),
    h("thead", {}, h("tr", { "aria-rowindex": "1" }, heads)),
    body,
  );
  const element = h("div", { class: "scroll long", tabindex: "0", role: "group", "aria-label": label }, table);
  let lines = [];
  let rows = [];
  let first = 0;
  let active = 0;
  let rowHeight = 32;

  const windowOf = () => {
    const height = Math.max(element.clientHeight - rowHeight, rowHeight);
    const top = Math.max(0, Math.floor(element.scrollTop / rowHeight));
    const seen = Math.max(1, Math.ceil(height / rowHeight)) + 1;
    const start = Math.min(Math.max(0, top - SPARE), Math.max(0, lines.length - seen));
    return [start, Math.min(top + seen + SPARE, lines.length)];
  };
  const scrolled = () => {
    const [start, end] = windowOf();
    while (rows.length > end - start) rows.pop().element.remove();
    while (rows.length < end - start) {
      const row = newRow(columns);
      body.insertBefore(row.element, below);
      rows.push(row);
    }
    turnTo(start);
    rows.forEach((row, offset) => {
      if (!row.isWritten) write(row, start + offset, lineOf(lines[start + offset]));
      row.link.tabIndex = start + offset === active ? 0 : -1;
    });
    above.style.height = `${start * rowHeight}px`;
    below.style.height = `${(lines.length - end) * rowHeight}px`;
  };
  const turnTo = (start) => {
    const moved = Math.abs(start - first);
    const hadFocus = body.contains(document.activeElement);
    if (moved >= rows.length) rows.forEach((row) => (row.isWritten = false));
    else {
      for (let turn = 0; turn < moved; turn++) {
        const isDown = start > first;
        const row = isDown ? rows.shift() : rows.pop();
        row.isWritten = false;
        if (isDown) {
          body.insertBefore(row.element, below);
          rows.push(row);
        } else {
          above.after(row.element);
          rows.unshift(row);
        }
      }
    }
    first = start;
    const isHere = active >= first && active < first + rows.length;
    if (hadFocus && (moved >= rows.length || !isHere || !body.contains(document.activeElement))) {
      element.focus({ preventScroll: true });
    }
  };
  const go = (index) => {
    active = index;
    const height = element.clientHeight - rowHeight;
    if (index * rowHeight < element.scrollTop) element.scrollTop = index * rowHeight;
    else if ((index + 1) * rowHeight > element.scrollTop + height) element.scrollTop = (index + 1) * rowHeight - height;
    scrolled();
    rows[index - first]?.link.focus({ preventScroll: true });
  };
  const keys = {
    ArrowDown: () => Math.min(active + 1, lines.length - 1),
    ArrowUp: () => Math.max(active - 1, 0),
    Home: () => 0,
    End: () => lines.length - 1,
  };
  element.addEventListener("scroll", scrolled);
  element.addEventListener("keydown", (event) => {
    const next = keys[event.key]?.();
    if (next === undefined || lines.length === 0) return;
    event.preventDefault();
    go(next);
  });
  element.addEventListener("focusin", ({ target }) => {
    const place = rows.findIndex(({ link }) => link === target);
    if (place < 0 || first + place === active) return;
    active = first + place;
    scrolled();
  });
  return {
    element,
    /** Shows other rows, or more of them; from the top when it is another question. */
    show(newLines, isAnother) {
      lines = newLines;
      if (isAnother) {
        active = 0;
        element.scrollTop = 0;
      }
      table.setAttribute("aria-rowcount", String(lines.length + 1));
      rows.forEach((row) => (row.isWritten = false));
      scrolled();
      const height = rows[0]?.element.getBoundingClientRect().height;
      if (height > 0 && height !== rowHeight) {
        rowHeight = height;
        scrolled();
      }
    },
  };
}

function space() {
  return h("tr", { "aria-hidden": "true" }, h("td", {}));
}

function newRow(columns) {
  const element = document.createElement("tr");
  let link = null;
  const cells = columns.map(([, kind, isName]) => {
    const cell = document.createElement(isName ? "th" : "td");
    cell.className = kind;
    let inside = cell;
    if (isName) {
      cell.scope = "row";
      link = h("a", { class: "opens" });
      cell.append(link);
      inside = link;
    }
    const text = document.createTextNode("");
    inside.append(text);
    const small = document.createTextNode("");
    cell.append(h("small", {}, small));
    return { cell, text, small };
  });
  element.append(...cells.map(({ cell }) => cell));
  return { element, link, cells, isWritten: false };
}

function write(row, index, { href, cells, isBelow }) {
  row.element.setAttribute("aria-rowindex", String(index + 2));
  row.link.setAttribute("href", href);
  row.element.toggleAttribute("data-below", isBelow);
  cells.forEach(([text, small = "", tone = null], column) => {
    const place = row.cells[column];
    place.text.data = text;
    place.small.data = small;
    if (tone) place.cell.setAttribute("data-tone", tone);
    else place.cell.removeAttribute("data-tone");
  });
  row.isWritten = true;
}
