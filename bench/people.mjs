// Whom the sandbox knows, asked from here so that both pages are led to the same people.

import { randomUUID } from "node:crypto";

/** The switchboard's 200 people, and as many of their namesakes as it takes. */
export async function peopleToOpen(site, count) {
  const people = new Map();
  const take = (rows) => rows.forEach((row) => people.set(row.email, row));
  take(await lookUp(site, { phone: "5085550200" }));
  for (const lastName of new Set([...people.values()].map((row) => row.lastName))) {
    if (people.size >= count) break;
    take(await lookUp(site, { lastName }));
  }
  if (people.size < count) throw new Error(`The sandbox knows ${people.size} people and not ${count}.`);
  return [...people.values()].slice(0, count);
}

/** Asks the sandbox for something beside the gateway. */
export async function ask(site, path) {
  const response = await fetch(site.origin + path, { method: "POST" });
  if (!response.ok) throw new Error(`The sandbox answers ${path} with ${response.status}.`);
}

async function lookUp(site, question) {
  const messageHeader = { partnerId: "bench", messageId: randomUUID(), versionId: "1.0", environmentId: "sandbox" };
  const response = await fetch(`${site.origin}/b2b-gateway/customers/lookup`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ retrieveCustomerLookUpInfoRequest: { messageHeader, ...question } }),
  });
  const { retrieveCustomerLookUpInfoResponse: answer } = await response.json();
  return answer.customerLookUpInfo;
}
