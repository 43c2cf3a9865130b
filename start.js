// Starts the portal in the page that index.html already shows.

try {
  // The production build puts the module's final name and its digest here: a changed module does not start.
  const module_or_path = new Request("/care-portal_bg.wasm", { integrity: "" });
  // Without it a browser has no locks, no random names and no clipboard. It is there on https, and on the machine itself.
  if (!isSecureContext) throw "The care portal works on https alone. Open it under an address that begins with https://.";
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
