// Starts the portal in the page that index.html already shows, and stands by for when it does no more.

// A page that is loaded again finds what stood in the box in the tab's own name, which no disk keeps, for no longer than the
// way from one page to the next takes.
const box = document.getElementById("search");
const mark = "care-portal:";
const forget = () => (window.name = "");
if (window.name.startsWith(mark)) {
  box.value ||= window.name.slice(mark.length);
  forget();
}
window.loadAgain = () => {
  window.name = mark + box.value;
  location.reload();
  // Whoever stays after all, because a change is under way, does something next.
  addEventListener("pointerdown", forget);
  addEventListener("keydown", forget);
};

// A page that comes back from where it was left shows what was on the screen then, whoever sits there now.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

// Takes the place of everything else, for good: what stops goes on stopping wherever it is called.
let isOver = false;
function giveUp(sentence) {
  if (isOver) return;
  isOver = true;
  const place = document.createElement("main");
  place.className = "message";
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = sentence;
  const again = document.createElement("button");
  again.textContent = "Reload";
  again.addEventListener("click", loadAgain);
  place.append(message, again);
  // The box is out of sight, and what stands in it is taken along.
  document.body.dataset.screen = "message";
  document.getElementById("portal").replaceChildren(place);
}

// What the compiled program cannot go on from: nothing on the page would answer any more.
function stopped(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    const changing = document.body.hasAttribute("data-changing");
    const more = changing ? " A change was being sent: look it up before you do it again." : "";
    giveUp("The portal stopped. Reload to go on." + more);
  }
}
addEventListener("error", ({ error }) => stopped(error));
addEventListener("unhandledrejection", ({ reason }) => stopped(reason));

try {
  // The production build puts the module's final name and its digest here: a changed module does not start.
  const module_or_path = new Request("/care-portal_bg.wasm", { integrity: "" });
  // Without it a browser has no locks, no random names and no clipboard. It is there on https, and on the machine itself.
  if (!isSecureContext) throw "The care portal works on https alone. Open its https address.";
  const portal = await import("./care-portal.js");
  // This script may come before the end of the page that the portal attaches itself to.
  if (document.readyState === "loading") {
    await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
  }
  await portal.default({ module_or_path });
} catch (error) {
  console.error(error);
  const why =
    "The care portal could not start: a part of it did not load. Reload the page. If that does not help, tell the team that runs the portal.";
  giveUp(typeof error === "string" ? error : why);
}
