// What was posted to the caller's first account in a period: the same table as the portal's, written by hand.

import { category } from "./category.js";
import { h } from "./elements.js";
import { date, minorUnits, number, startOfDay, today } from "./format.js";
import { accountsOf, operationsOf } from "./gateway.js";
import { longTable } from "./long_table.js";

const PAGE_SIZE = 100;

const COLUMNS = [
  ["Posted", "date"],
  ["Operation", "wide", true],
  ["What", "what"],
  ["Amount", "figures"],
  ["Original amount", "figures"],
  ["Rate", "rate"],
  ["Paid by", "paid"],
  ["Approval", "short"],
  ["Card", "short"],
];

const KINDS = {
  TRN: "Transaction",
  FEE: "Fee",
  INT: "Interest",
  PAY: "Payment",
  SUBPAYOP: "Part of a payment",
  RMB: "Reimbursement",
  LOAD: "Load",
  DISPUTE: "Dispute",
  BAL: "Balance transfer",
  BAL_ADJ: "Balance adjustment",
};

const FEES = { MARKUP_FEE: "Foreign mark-up", STATEMENT_FEE: "Statement fee", MANUAL_FEE: "Fee by hand" };

const ENTRIES = {
  OCR: "Read as print",
  MANUAL: "Typed in",
  MAGSTRIPE: "Magnetic stripe",
  CONTACTLESS: "Contactless",
  CHIP: "Chip",
  BARCODE: "Bar code",
};

export function operationsPanel(caller) {
  const asking = new AbortController();
  const from = h("input", { type: "date", id: "operations-from" });
  const to = h("input", { type: "date", id: "operations-to" });
  [from.value, to.value] = [today(-29), today()];
  const body = h("div", { class: "stack" });
  const state = { rows: [], account: null, next: 0, isComplete: false, isReading: false };
  const ask = async () => {
    Object.assign(state, { rows: [], next: 0, isComplete: false });
    body.replaceChildren(h("div", { class: "reserved", "aria-busy": "true" }));
    try {
      state.account ??= (await accountsOf(caller.record, asking.signal))[0]?.accountIdentifier.accountReference;
      await readPage();
    } catch (error) {
      if (!asking.signal.aborted) body.replaceChildren(h("p", { class: "error", role: "alert" }, String(error)));
      return;
    }
    body.replaceChildren(...list(caller, state, readPage));
  };
  const readPage = async () => {
    const period = { startTime: startOfDay(from.value), endTime: startOfDay(to.value, 1) };
    const query = { ...period, page: state.next, offset: PAGE_SIZE, sort: "desc" };
    const page = await operationsOf(state.account, query, asking.signal);
    state.rows = state.rows.concat(rowsOf(page));
    state.next += 1;
    state.isComplete = page.length < PAGE_SIZE;
  };
  const submit = (event) => {
    event.preventDefault();
    ask();
  };
  const field = (name, input) => h("div", { class: "field" }, h("label", { for: input.id }, name), input);
  const form = h(
    "form",
    { class: "filters", novalidate: true, onsubmit: submit },
    field("From", from),
    field("To", to),
    h("button", { type: "submit" }, "Show"),
  );
  ask();
  const heading = h("h2", { id: "operations" }, "Operations");
  const element = h("section", { class: "panel", "aria-labelledby": "operations" }, h("header", {}, heading), form, body);
  return { element, update() {}, leave: () => asking.abort() };
}

function list(caller, state, readPage) {
  const table = longTable("Operations", COLUMNS, (row) => lineOf(caller, row));
  const filter = h("input", { type: "search", "aria-label": "Filter the operations", oninput: () => show(true) });
  const tally = h("p", { class: "hint", role: "status" });
  const actions = h("div", { class: "actions" });
  const show = (isAnother = false) => {
    const words = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ haystack }) => words.every((word) => haystack.includes(word));
    const picked = words.length > 0 ? state.rows.filter(fits) : state.rows;
    const of = picked.length === state.rows.length ? "" : `${number(picked.length)} of `;
    tally.textContent = `${of}${number(state.rows.length)} operations${state.isComplete ? "" : " read; there are more"}`;
    table.show(picked, isAnother);
  };
  const readOn = async (all) => {
    state.isReading = true;
    offer();
    do {
      await readPage();
      show();
    } while (all && state.isReading && !state.isComplete);
    state.isReading = false;
    offer();
  };
  const button = (name, onclick) => h("button", { type: "button", onclick }, name);
  const offer = () => {
    if (state.isComplete) actions.replaceChildren();
    else if (state.isReading) actions.replaceChildren(button("Stop", () => (state.isReading = false)));
    else actions.replaceChildren(button("Load more", () => readOn(false)), button("Load all", () => readOn(true)));
  };
  offer();
  // Once the table is in the document, so that it knows how high it is.
  queueMicrotask(() => show(true));
  return [h("div", { class: "filters" }, filter, tally), table.element, actions];
}

/** In the gateway's order, but each part of a payment right below its payment. */
function rowsOf(operations) {
  const payments = operations.filter(({ operationKind }) => operationKind === "PAY");
  const paymentOf = (part) => {
    const named = part.parentOperationIdentifier?.operationId;
    if (named) return payments.find(({ operationIdentifier }) => operationIdentifier.operationId === named);
    return payments.find(({ externalOperationDate }) => externalOperationDate === part.externalOperationDate);
  };
  const parts = new Map();
  for (const part of operations.filter(({ operationKind }) => operationKind === "SUBPAYOP")) {
    const payment = paymentOf(part);
    if (payment) parts.set(payment, [...(parts.get(payment) ?? []), part]);
  }
  const placed = new Set([...parts.values()].flat());
  return operations
    .filter((operation) => !placed.has(operation))
    .flatMap((operation) => [rowOf(operation), ...(parts.get(operation) ?? []).map((part) => rowOf(part, true))]);
}

/** What a list keeps of an operation. */
function rowOf(operation, isBelow = false) {
  const billed = operation.referenceAmount;
  const made = operation.transactionAmount;
  const isSame = made && billed && made.value === billed.value && made.isoCode === billed.isoCode;
  const original = isSame ? null : made;
  const digits = operation.maskedPan?.replace(/\D/g, "");
  const row = {
    id: operation.operationIdentifier.operationId,
    name: operation.cardAcceptorName || operation.description || KINDS[operation.operationKind] || "Not stated",
    mark: operation.disputed ? "In dispute" : operation.reversal ? "Reversal" : "",
    what: whatOf(operation),
    posted: operation.postingDate ? Date.parse(operation.postingDate) : null,
    billed,
    original,
    rate: original && operation.exchangeRate ? String(operation.exchangeRate) : "",
    paidBy: operation.acquisitionMaterial === "INTERNET" ? "Online" : (ENTRIES[operation.entryMode] ?? ""),
    approval: operation.approvalCode ?? "",
    card: digits ? `•••• ${digits.slice(-4)}` : "",
    isBelow,
  };
  const amount = (money) => (money ? `${minorUnits(money)} ${money.isoCode}` : "");
  const parts = [
    row.name,
    operation.cardAcceptorCity,
    operation.description,
    row.what,
    amount(billed),
    amount(original),
    row.paidBy,
    row.approval,
    row.card,
    row.mark,
    row.id,
    operation.externalOperationReference,
  ];
  row.haystack = parts.filter(Boolean).join("\n").toLowerCase();
  return row;
}

function whatOf({ operationKind, feeType, merchantCategoryCode }) {
  if (operationKind === "FEE" && feeType) return FEES[feeType] ?? feeType;
  if (operationKind === "TRN" && merchantCategoryCode?.trim()) return category(merchantCategoryCode);
  return KINDS[operationKind] ?? operationKind ?? "Not stated";
}

function lineOf(caller, row) {
  const figures = (money, missing) => (money ? [number(minorUnits(money), money.exponent), ` ${money.isoCode}`] : [missing]);
  return {
    href: `/customers/${caller.key}/operations/${row.id}`,
    isBelow: row.isBelow,
    cells: [
      [row.posted === null ? "Not stated" : date(row.posted)],
      [row.name, row.mark, row.mark === "In dispute" ? "information" : null],
      [row.what],
      figures(row.billed, "Not stated"),
      figures(row.original, ""),
      [row.rate],
      [row.paidBy],
      [row.approval],
      [row.card],
    ],
  };
}
