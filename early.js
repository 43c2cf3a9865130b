// The page waits for this script and for no other: from the moment the search box can be seen, nothing that a rep does
// with it is lost. What they ask for before the portal is up is kept here, and the portal takes it over when it listens
// itself. It is kept as it stood when they asked: what they type after that is their next question.
//
// It also stands by when the portal itself does no more.

{
  // Addresses of requests may hold names: the browser keeps no list of them.
  performance.setResourceTimingBufferSize(0);
  performance.clearResourceTimings();

  const box = () => document.getElementById("search");
  const listening = new AbortController();
  let asked = null;

  const keep = () => {
    // The page may still be on its way behind the box.
    const by = document.querySelector("#search-by input:checked")?.value ?? "auto";
    asked = [by, box().value];
    const starting = document.getElementById("starting");
    if (starting) starting.textContent = "Starting the portal. Your search is the first thing it does.";
  };
  // Safari sends the key that confirms a composition after it has ended, with the code 229.
  const isEnter = ({ target, key, keyCode, isComposing }) =>
    target.id === "search" && key === "Enter" && keyCode !== 229 && !isComposing;
  document.addEventListener("keydown", (event) => isEnter(event) && keep(), listening);
  document.addEventListener("click", ({ target }) => target.closest("#search-go") && keep(), listening);

  // What was asked for, if anything was. From here on the portal listens, and nothing else does.
  window.takeOver = () => {
    listening.abort();
    return asked;
  };

  // A page that is loaded again finds what stood in the box in the tab's own name, which no disk keeps, for no longer than
  // the way from one page to the next takes.
  const mark = "care-portal:";
  const left = window.name.startsWith(mark) ? window.name.slice(mark.length) : "";
  if (left) window.name = "";
  window.loadAgain = () => {
    const { value } = box() ?? { value: "" };
    window.addEventListener("pagehide", () => (window.name = mark + value), { once: true });
    location.reload();
  };

  // A page that comes back from where it was left shows what was on the screen then, whoever sits there now.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

  // In the place of everything else, for good.
  window.giveUp = (sentence) => {
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = sentence;
    const again = document.createElement("button");
    again.textContent = "Reload";
    again.addEventListener("click", loadAgain);
    const place = document.createElement("main");
    place.className = "message";
    place.append(message, again);
    // The box stays where it was, out of sight: what stands in it is taken along.
    document.body.dataset.screen = "message";
    document.querySelector("#portal")?.replaceChildren(place);
  };

  // What the compiled program cannot go on from. After that nothing on the page would answer any more.
  const stopped = (error) => {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return;
    const changing = "changing" in document.body.dataset;
    giveUp(
      "The portal stopped because of a fault of its own. Reload to go on." +
        (changing ? " A change was being sent: look it up before you do it again." : ""),
    );
  };
  window.addEventListener("error", ({ error }) => stopped(error));
  window.addEventListener("unhandledrejection", ({ reason }) => stopped(reason));

  // With the page, and not only with its first frame, which a busy machine may show much later.
  document.addEventListener("DOMContentLoaded", () => {
    if (left) box().value = left;
    if (document.activeElement === document.body) box().focus();
  });
}
