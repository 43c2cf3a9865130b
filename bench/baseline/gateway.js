// The gateway's envelope, its time-out, and the one retry of a read.

const TIME_OUT = 10_000;

let config = null;

export function configure(theConfig) {
  config = theConfig;
}

/** Everybody who matches. */
export async function lookUp(question, signal) {
  const answer = await read(
    "retrieveCustomerLookupInfo",
    "/customers/lookup",
    question,
    signal,
    "retrieveCustomerLookUpInfo",
  );
  return answer.customerLookUpInfo ?? [];
}

/** The devices that are linked with a wallet. */
export async function devicesOf({ customerUri, issuingPartnerUri }, signal) {
  const question = { customerUri, issuingPartnerUri };
  const answer = await read("retrieveCustomerDevices", "/customers/devices/search", question, signal);
  return answer.customerDevices ?? [];
}

/** Activates or deactivates a wallet. Never repeated here: whoever asks reads, and decides. */
export function activate(record, active) {
  return call("updateCustomerActivation", "/customers/activation", { ...keyOf(record), activate: String(active) });
}

/** Activates or deactivates one device. */
export function activateDevice(record, deviceUri, active) {
  const change = { ...keyOf(record), deviceUri, activate: String(active) };
  return call("updateCustomerDeviceActivation", "/customers/devices/activation", change);
}

/**
 * The accounts of a wallet's owner; the contracts are asked for beside them, as the portal does. Both know the customer by
 * the issuer's own reference alone.
 */
export async function accountsOf({ customerId }, signal) {
  const { customerIdentifier } = await readIssuing(`/customers/${encodeURIComponent(customerId)}`, {}, signal);
  const customer = `/customers/${encodeURIComponent(customerIdentifier.customerReference)}`;
  const [accounts] = await Promise.all([
    readIssuing(`${customer}/accounts`, {}, signal),
    readIssuing(`${customer}/contracts`, {}, signal).catch(() => []),
  ]);
  return accounts;
}

/** One page of what was posted to an account. */
export function operationsOf(account, query, signal) {
  return readIssuing(`/accounts/${encodeURIComponent(account)}/operations`, query, signal);
}

/** The same wallet of the same person as the gateway shows it now, or `null` when it is not that one any more. */
export async function reread({ customerUri, customerId, email }) {
  const rows = await lookUp(customerId ? { customerId } : { email });
  const same = rows.filter((row) => row.customerUri === customerUri);
  return same.length === 1 && same[0].customerId === customerId ? same[0] : null;
}

function keyOf({ customerUri, issuingPartnerUri, partnerUri }) {
  return { customerUri, issuingPartnerUri, partnerUri };
}

/** Reads from the issuing family, and once more after a fault that may pass. */
async function readIssuing(path, query, signal) {
  const correlation = crypto.randomUUID();
  const parameters = new URLSearchParams(query);
  const question = parameters.size > 0 ? `?${parameters}` : "";
  const url = `${config.gateway.issuing}/issuers/${config.tenant.issuerId}${path}${question}`;
  const once = async () => {
    const timeOut = AbortSignal.timeout(TIME_OUT);
    const response = await fetch(url, {
      headers: { Accept: "application/json", "WL-Correlation-ID": correlation },
      signal: signal ? AbortSignal.any([signal, timeOut]) : timeOut,
    });
    if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
    return (await response.json()).data;
  };
  try {
    return await once();
  } catch (error) {
    const mayPass = error.status === undefined || (error.status >= 502 && error.status <= 504);
    if (!mayPass || signal?.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 350));
    return once();
  }
}

async function read(name, path, fields, signal, wrapper) {
  const correlation = crypto.randomUUID();
  try {
    return await call(name, path, fields, signal, wrapper, correlation);
  } catch (error) {
    const mayPass = error.status === undefined || (error.status >= 502 && error.status <= 504);
    if (!mayPass || signal?.aborted || error.refused) throw error;
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 350));
    return call(name, path, fields, signal, wrapper, correlation);
  }
}

async function call(name, path, fields, signal, wrapper = name, correlation = crypto.randomUUID()) {
  const { partnerId, versionId, environmentId } = config.tenant;
  const messageHeader = { partnerId, messageId: correlation, versionId, environmentId };
  const timeOut = AbortSignal.timeout(TIME_OUT);
  const response = await fetch(config.gateway.wallet + (config.gateway.paths?.[name] ?? path), {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "WL-Correlation-ID": correlation },
    body: JSON.stringify({ [`${wrapper}Request`]: { messageHeader, ...fields } }),
    signal: signal ? AbortSignal.any([signal, timeOut]) : timeOut,
  });
  if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
  const answer = (await response.json())[`${wrapper}Response`];
  if (!answer?.status?.statusCode?.endsWith("SUCCESS")) {
    throw Object.assign(new Error(answer?.status?.statusDescription ?? "no status"), { refused: true });
  }
  return answer;
}
