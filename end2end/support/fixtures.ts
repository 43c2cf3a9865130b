import { test as base, expect, type BrowserContext } from '@playwright/test';
import { onTheDay } from './clock.ts';
import { Sandbox, type Configuration, type DisputesFrom, type Operation, type References } from './sandbox.ts';

/** What a file may choose: `test.use({ configuration: 'EXTERNAL' })`; `today` is the issuer's day, such as 2025-07-15. */
export type SandboxOptions = {
  configuration: Configuration;
  today: string;
  /** Which of a customer's two references its issuing paths take. */
  references: References;
  /** Whether the issuer asks for the type of a fee that is taken back. */
  reversalFeeType: boolean;
  /** From what its platform makes disputes. */
  disputesFrom: DisputesFrom;
  /** Operations that the issuer has not bought. */
  notOffered: Operation[];
  /** How its gateway takes lists in a query. */
  lists: 'repeated' | 'joined';
};

type Given = {
  /** Console lines and errors that a journey expects; each is a journey's own decision, so there are none by default. */
  expectedOnConsole: RegExp[];
  /** Fails the journey for whatever the browser complains about. */
  quietBrowser: void;
  /** Every journey begins with the sandbox as it was. */
  freshSandbox: void;
  /** On a day of the file's own it is a quarter past noon: after all that the sandbox has planted, which ends at noon. */
  fixedTime: void;
};

export { expect };

/** A rep at a desk, with a sandbox of their own behind it. */
export const test = base.extend<Given, SandboxOptions & { sandbox: Sandbox }>({
  configuration: ['WLW', { option: true, scope: 'worker' }],
  today: ['', { option: true, scope: 'worker' }],
  references: ['internal', { option: true, scope: 'worker' }],
  reversalFeeType: [false, { option: true, scope: 'worker' }],
  disputesFrom: ['operation', { option: true, scope: 'worker' }],
  notOffered: [[], { option: true, scope: 'worker' }],
  lists: ['repeated', { option: true, scope: 'worker' }],
  sandbox: [
    async ({ configuration, today, references, reversalFeeType, disputesFrom, notOffered, lists }, use) => {
      const options = ['--references', references, '--disputes', disputesFrom, '--lists', lists];
      if (reversalFeeType) options.push('--reversal-fee-type');
      if (notOffered.length > 0) options.push('--not-offered', notOffered.join(','));
      const sandbox = await Sandbox.start(configuration, today, options);
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ sandbox }, use) => use(sandbox.url),
  freshSandbox: [
    async ({ sandbox }, use) => {
      await sandbox.reset();
      await use();
    },
    { auto: true },
  ],
  fixedTime: [
    async ({ context, today }, use) => {
      if (today !== '') await context.clock.setFixedTime(onTheDay('12:15', today));
      await use();
    },
    { auto: true },
  ],
  expectedOnConsole: [[], { option: true }],
  quietBrowser: [
    async ({ context, sandbox, freshSandbox, expectedOnConsole }, use) => {
      const complaints = complaintsOf(context, expectedOnConsole);
      await use(freshSandbox);
      expect(complaints, 'what the browser complained about').toEqual([]);
      expect(await sandbox.policyReports(), 'breaches of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/** Errors on the console and errors that nobody caught, in all pages of this browser, from now on. */
export function complaintsOf(context: BrowserContext, expected: RegExp[] = []): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    // Chromium writes a line for every answer that is not 2xx; of the gateway and the session those are asked for here.
    const asked = /^Failed to load resource: /.test(text) && /\/(b2b-gateway|api\/v2|session)\b/.test(message.location().url);
    if (message.type() === 'error' && !asked && !expected.some((line) => line.test(text))) {
      complaints.push(`${text} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => {
    const text = String(error.error());
    if (!expected.some((line) => line.test(text))) complaints.push(text);
  });
  return complaints;
}
