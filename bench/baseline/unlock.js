// An unlock is a deactivation and an activation. After each of them the wallet is read, whatever was answered: the read
// alone decides how it goes on.

import { second } from "./format.js";
import { activate, reread } from "./gateway.js";
import { stateOf } from "./wallet_state.js";

const DEACTIVATIONS = 2;
/** Until an activation succeeds the customer can neither sign in nor pay. */
const ACTIVATIONS = 4;
const READS = 3;

const [READ, DEACTIVATE, READ_INACTIVE, ACTIVATE, PROVE] = [0, 1, 2, 3, 4];
const NAMES = [
  "Read the wallet: still locked",
  "Deactivate",
  "Read again: inactive",
  "Reactivate",
  "Read again: active and not locked",
];

/** One unlock of a wallet at a time, over all tabs of this browser. */
export async function unlock(caller) {
  if (caller.working) return;
  caller.working = true;
  const now = { state: stateOf(caller.record), at: caller.readAt };
  const steps = NAMES.map((name) => ({ name, state: "waiting", note: "" }));
  caller.work = { steps, before: now, after: now, end: null };
  caller.changed();
  const journal = `baseline.unlock.${caller.key}`;
  await navigator.locks.request(`baseline.wallet.${caller.key}`, { ifAvailable: true }, async (lock) => {
    caller.work.end = lock
      ? await run(caller, journal)
      : { heading: "Another tab is working on this wallet.", sentence: "Wait for it, then read again." };
  });
  if (caller.work.end.proven) localStorage.removeItem(journal);
  caller.working = false;
  caller.changed();
}

async function run(caller, journal) {
  const { work } = caller;
  const show = (index, state, note = "") => {
    for (const earlier of work.steps.slice(0, index)) {
      if (earlier.state === "waiting" || earlier.state === "running") earlier.state = "done";
    }
    Object.assign(work.steps[index], { state, note });
    caller.changed({ onlyWallet: true });
  };
  const send = async (index, active) => {
    show(index, "running");
    localStorage.setItem(journal, `${active ? "reactivating" : "deactivating"} ${Date.now()}`);
    // What became of it is seen by reading.
    await activate(caller.record, active).catch(() => {});
  };
  const who = caller.record.firstName || "The customer";
  let deactivations = 0;
  let activations = 0;
  for (let step = READ; ;) {
    const record = await readPatiently(caller, () => show(step, "running"));
    if (record === undefined) return { heading: "Not confirmed.", sentence: "The wallet could not be read." };
    if (record === null) return { heading: "Another wallet came back.", sentence: "Search again." };
    const state = stateOf(record);
    work.after = { state, at: Date.now() };
    if (step === READ) work.before = work.after;
    Object.assign(caller, { record, readAt: work.after.at });
    show(step, "done", `${state} at ${second(work.after.at)}`);
    if (state === "Active") {
      if (!deactivations)
        return { heading: "Nothing to do.", sentence: "The wallet is active already; nothing was sent." };
      const sentence = `${who} can sign in now; a wrong password will count again.`;
      return { proven: true, heading: "Unlocked.", sentence };
    }
    if (state === "Locked") {
      if (activations || deactivations === DEACTIVATIONS) {
        return { heading: "Not unlocked.", sentence: "The wallet still reads as locked." };
      }
      deactivations++;
      await send(DEACTIVATE, false);
      step = READ_INACTIVE;
    } else {
      if (!deactivations) return { heading: "Somebody else changed this wallet.", sentence: "Nothing was sent." };
      if (activations === ACTIVATIONS) {
        const sentence = `${who} can neither sign in nor pay until it is reactivated.`;
        return { heading: "Wallet is inactive: reactivate.", sentence };
      }
      if (activations) await pause(1000 * 2 ** (activations - 1));
      activations++;
      await send(ACTIVATE, true);
      step = PROVE;
    }
  }
}

/** The wallet; `null` when another one came back, `undefined` when it could not be read. */
async function readPatiently(caller, show) {
  for (let reads = 1; reads <= READS; reads++) {
    show();
    try {
      return await reread(caller.record);
    } catch {
      await pause(1000 * reads);
    }
  }
  return undefined;
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
