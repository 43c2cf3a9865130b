// The page waits for this script and for no other: from the moment the search box can be seen, nothing that a rep does
// with it is lost. What they ask for before the portal is up is kept here, and the portal takes it over when it listens
// itself. It is kept as it stood when they asked: what they type after that is their next question.

{
  const listening = new AbortController();
  let asked = null;

  // Addresses of requests may hold names: the browser keeps no list of them.
  performance.setResourceTimingBufferSize(0);
  performance.clearResourceTimings();

  const keep = () => {
    // The page may still be on its way behind the box.
    const by = document.querySelector("#search-by input:checked")?.value ?? "auto";
    asked = [by, document.getElementById("search").value];
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

  // With the page, and not only with its first frame, which a busy machine may show much later.
  document.addEventListener("DOMContentLoaded", () => {
    if (document.activeElement === document.body) document.getElementById("search").focus();
  });
}
