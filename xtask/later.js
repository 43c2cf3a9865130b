// How a later part is fetched: pack.mjs puts this into the script that the splitter wrote.

async function part(url, integrity) {
  try {
    const { body } = await fetch(url, { integrity });
    // Whatever the server calls it: the digest has told that it is the module.
    return new Response(body, { headers: { "Content-Type": "application/wasm" } });
  } catch (error) {
    // A server that answers without having this part has another build by now. One that is out of order has not, and neither
    // has a network that is down.
    const answer = await fetch(url, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
    window.partIsGone = answer?.status < 500;
    throw error;
  }
}
