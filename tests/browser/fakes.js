// A network and a clock that a test holds in its hands: nothing is answered and no time passes unless it says so.

const real = { fetch: globalThis.fetch, setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

/** Requests in the order in which they came, and those who wait for one. */
let requests = [];
let awaitingRequest = [];

export function fakeNetwork() {
  requests = [];
  awaitingRequest = [];
  globalThis.fetch = (input, init) =>
    new Promise((answer, fail) => {
      const request = new Request(input, init);
      const abort = () => fail(new DOMException("aborted", "AbortError"));
      request.signal.addEventListener("abort", abort);
      requests.push({ request, answer, fail });
      awaitingRequest.splice(0).forEach((look) => look());
    });
}

export const requestCount = () => requests.length;

/** Resolves when so many requests have come. */
export const requestsCome = (count) => until(() => requests.length >= count, awaitingRequest);

export const requestText = (index) => requests[index].request.clone().text();
export const requestUrl = (index) => {
  const { pathname, search } = new URL(requests[index].request.url);
  return pathname + search;
};
export const requestMethod = (index) => requests[index].request.method;
export const requestHeader = (index, name) => requests[index].request.headers.get(name);
export const requestSetting = (index, name) => requests[index].request[name];
export const isAborted = (index) => requests[index].request.signal.aborted;

export function answer(index, status, body, header, value) {
  const headers = header === "" ? {} : { [header]: value };
  requests[index].answer(new Response(body, { status, headers }));
}

/** A body in pieces of 100,000 bytes, and no word of its length. */
export function answerInPieces(index, body) {
  let bytes = new TextEncoder().encode(body);
  const pull = (stream) => {
    if (bytes.length === 0) return stream.close();
    stream.enqueue(bytes.slice(0, 100_000));
    bytes = bytes.subarray(100_000);
  };
  requests[index].answer(new Response(new ReadableStream({ pull })));
}

/** A body that goes on for as long as anybody reads it. */
export function answerEndlessly(index) {
  const piece = new Uint8Array(4 * 1024 * 1024).fill(0x20);
  requests[index].answer(new Response(new ReadableStream({ pull: (stream) => stream.enqueue(piece) })));
}

/** A browser that gives no locks. */
export function fakeLocks(kind) {
  delete navigator.locks;
  if (kind === "real") return;
  const locks = {
    refused: { request: () => Promise.reject(new DOMException("no site data", "SecurityError")) },
    silent: { request: () => new Promise(() => {}) },
    missing: undefined,
  };
  Object.defineProperty(navigator, "locks", { configurable: true, value: locks[kind] });
}

/** What a fetch that does not follow answers for a redirect: the browser makes it, and no program can. */
export function redirect(index) {
  const answer = new Response(null, { status: 204 });
  Object.defineProperty(answer, "status", { value: 0 });
  requests[index].answer(answer);
}

/** The head of an answer comes, and its body never ends. */
export const answerWithoutEnd = (index) => requests[index].answer(new Response(new ReadableStream({})));

export const breakConnection = (index) => requests[index].fail(new TypeError("network"));

/** Resolves when an element has left the page. */
export const gone = (element) =>
  new Promise((resolve) => {
    const look = () => {
      if (element.isConnected) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });

export function goOffline() {
  Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
}

/** Timers that run, each with the milliseconds that it was set for, and those who wait for one. */
let timers = new Map();
let awaitingTimer = [];
let lastTimer = 0;

export function fakeClock() {
  timers = new Map();
  awaitingTimer = [];
  globalThis.setTimeout = (act, millis) => {
    lastTimer += 1;
    timers.set(lastTimer, { act, millis });
    awaitingTimer.splice(0).forEach((look) => look());
    return lastTimer;
  };
  globalThis.clearTimeout = (timer) => timers.delete(timer);
}

const between = (least, most) => [...timers].find(([, { millis }]) => millis >= least && millis <= most);

export const timerCount = () => timers.size;

/** Resolves with its milliseconds when a timer of such a length runs. */
export const timerRuns = (least, most) =>
  until(() => between(least, most) !== undefined, awaitingTimer).then(() => between(least, most)[1].millis);

/** Lets that timer's time be over. */
export function timeIsOver(least, most) {
  const [timer, { act }] = between(least, most);
  timers.delete(timer);
  act();
}

export function asBefore() {
  Object.assign(globalThis, real);
  delete navigator.onLine;
}

/** Whatever can go on without the network and without time has gone on. */
export async function settled() {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((next) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        next();
      };
      port2.postMessage(null);
    });
  }
}

function until(holds, awaiting) {
  return new Promise((done) => {
    const look = () => (holds() ? done() : awaiting.push(look));
    look();
  });
}
