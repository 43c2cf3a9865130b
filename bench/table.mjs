// One table of figures, each beside the plain page's and with the ratio of the two.

/** The middle one, or half way between the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** How a figure is written. */
export const UNITS = {
  bytes: (value) => Math.round(value).toLocaleString("en-GB"),
  millis: (value) => `${Math.round(value)} ms`,
  kilobytes: (value) => `${Math.round(value / 1000).toLocaleString("en-GB")} kB`,
  count: (value) => Math.round(value).toLocaleString("en-GB"),
};

/** A line with both pages' samples; a page that has nothing of the kind has none. */
export function figure(name, unit, portal, baseline, atMost) {
  const isComparable = portal.length > 0 && baseline.length > 0 && median(baseline) > 0;
  const ratio = isComparable ? median(portal) / median(baseline) : null;
  const over = atMost && ratio > atMost ? "  over" : "";
  return [
    `  ${name}`,
    written(unit, portal),
    spread(unit, portal),
    written(unit, baseline),
    spread(unit, baseline),
    ratio === null ? "" : ratio.toFixed(2),
    atMost ? `${atMost.toFixed(2)}${over}` : "",
  ];
}

/** Lines with a heading over them, all columns aligned. */
export function table(groups, names) {
  const head = ["", names[0], "from – to", names[1], "from – to", "ratio", "at most"];
  const lines = groups.flatMap(([heading, figures]) => [[""], [heading], ...figures]);
  const widths = head.map((text, column) => {
    return Math.max(text.length, ...lines.filter((line) => line.length > 1).map((line) => line[column].length));
  });
  const align = (line) => {
    if (line.length === 1) return line[0];
    return line
      .map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
      .join("  ");
  };
  return [head, ...lines].map((line) => align(line).trimEnd()).join("\n");
}

function written(unit, values) {
  return values.length > 0 ? UNITS[unit](median(values)) : "–";
}

/** How far the runs lie apart; nothing where they agree. */
function spread(unit, values) {
  if (values.length === 0) return "";
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => UNITS[unit](value));
  return least === most ? "" : `${least.replace(/ .*/, "")} – ${most.replace(/ .*/, "")}`;
}
