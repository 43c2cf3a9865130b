import type { Page } from '@playwright/test';

/** A request of the issuing family, as it left the browser. */
export type Sent = { method: string; path: string; query: Record<string, string>; body: unknown };

/** Everything that the portal asks the issuing family for, from now on; newest last. */
export function issuingRequests(page: Page): Sent[] {
  const sent: Sent[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!url.pathname.startsWith('/api/v2/')) return;
    const body: unknown = request.postData() === null ? undefined : request.postDataJSON();
    sent.push({ method: request.method(), path: url.pathname, query: Object.fromEntries(url.searchParams), body });
  });
  return sent;
}

/** The newest request whose path ends so. */
export const newest = (sent: Sent[], ending: string): Sent | undefined =>
  sent.filter((request) => request.path.endsWith(ending)).at(-1);
