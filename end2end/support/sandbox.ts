import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

/** The issuer that a sandbox plays. */
export type Configuration = 'WLW' | 'WLW_IDP' | 'EXTERNAL';

/** From what its platform makes disputes. */
export type DisputesFrom = 'operation' | 'transaction';

/** Which of a customer's two references its issuing paths take. */
export type References = 'internal' | 'external';

/** A call of the contract, by its documented name. */
export type Operation =
  | 'retrieveCustomerLookupInfo'
  | 'updateCustomerActivation'
  | 'retrieveCustomerDevices'
  | 'updateCustomerDeviceActivation'
  | 'listCustomers'
  | 'retrieveCustomer'
  | 'retrieveAccount'
  | 'listCustomerAccounts'
  | 'listCustomerContracts'
  | 'retrieveAccountBalance'
  | 'listStatements'
  | 'retrieveStatement'
  | 'retrieveNextStatement'
  | 'listStatementOperations'
  | 'reprintStatement'
  | 'retrievePaginatedUserReceipts'
  | 'retrieveUserReceiptByPaydiantRefId'
  | 'listOperations'
  | 'retrieveOperation'
  | 'searchOperations'
  | 'inquireOperation'
  | 'listAuthorizations'
  | 'retrieveAuthorization'
  | 'listBusinessCases'
  | 'postFeeOperation'
  | 'reverseFeeOperation'
  | 'postInterestOperation'
  | 'createDispute'
  | 'createDisputePosting'
  | 'createDisputeEvent'
  | 'addDisputeDocument'
  | 'generateChargeback'
  | 'retrieveDispute'
  | 'retrieveDisputeByOperation'
  | 'createDisputeFromTransaction'
  | 'retrieveDisputeByTransaction'
  | 'retrieveDisputeByExternalReference'
  | 'listReserves'
  | 'retrieveBusinessCase'
  | 'listCardContracts'
  | 'retrieveAccountCreditLimit'
  | 'updateAccountCreditLimit'
  | 'listTemporaryCreditLimits'
  | 'createTemporaryCreditLimit'
  | 'deleteTemporaryCreditLimit'
  | 'listVelocityLimits'
  | 'retrieveVelocityLimit'
  | 'listVelocityLimitOverrides'
  | 'createVelocityLimitOverride'
  | 'updateVelocityLimitOverride'
  | 'deleteVelocityLimitOverride'
  | 'listVelocityLimitOverrideHistory'
  | 'listAuthorizationRestrictions'
  | 'createAuthorizationRestrictionOverride'
  | 'listAuthorizationRestrictionOverrides'
  | 'updateAuthorizationRestrictionOverride'
  | 'deleteAuthorizationRestrictionOverride';

/** Which call something is to happen to; the very next one of the operation unless it says otherwise. */
export type Target = {
  /** Before or after the call takes effect. */
  when?: 'before' | 'after';
  /** Counted from now, beginning with 1. */
  nth?: number;
  /** How many calls from there on. */
  times?: number;
  /** Only calls that switch on, or only those that switch off. */
  activate?: boolean;
  /** For `fail`: what a proxy answers instead; 401 is the gateway's own, 302 leads to where one signs in, 200 is a page. */
  status?: number;
  /** For `fail` with 429: the seconds that it asks to wait. */
  retryAfter?: number;
  /** Whether it says so as a date. */
  asDate?: boolean;
};

/** A wallet as it really is, behind every fault. */
export type Wallet = {
  customerUri: string;
  customerId: string;
  active: boolean | null;
  locked: boolean | null;
  deviceStates: { deviceUri: string; deviceName: string; active: boolean | null }[];
};

/** What somebody posted by hand on an account, as it really is. */
export type Posted = {
  operationId: string;
  kind: string;
  value: number;
  description: string | null;
  externalOperationDate: string;
  externalOperationReference: string;
};

/** A write that was done in the issuing half, as it came. */
export type Deed = { operation: string; path: string; body: string };

/** A call that the sandbox got. */
export type Received = {
  operation: Operation;
  method: string;
  writes: boolean;
  correlationId: string | null;
  activate?: boolean;
  refused?: string;
  time: number;
};

const project = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.SANDBOX_BIN ?? `${project}target/debug/sandbox`;
const portal = process.env.DIST ?? `${project}target/portal/dev`;

/** A running gateway that also serves the portal, and what a journey may ask of it. */
export class Sandbox {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** Starts one on a free port; on a day of its own where `today` names one, with more options where there are some. */
  static async start(configuration: Configuration, today = '', more: readonly string[] = []): Promise<Sandbox> {
    const options = ['--listen', '127.0.0.1:0', '--configuration', configuration, '--serve', portal];
    if (today !== '') options.push('--today', today);
    options.push(...more);
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await new Promise<string>((found, failed) => {
      child.once('error', (error) => failed(new Error(`The sandbox ${program} does not start: ${error.message}`)));
      child.once('exit', (code) => failed(new Error(`The sandbox ended with ${code} before it listened.`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /http:\/\/[\d.]+:\d+/.exec(line);
        if (address) found(address[0]);
      });
    });
    return new Sandbox(url, child);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill();
    await ended;
  }

  /** Everything as it was in the beginning. */
  reset(): Promise<void> {
    return this.#post('reset');
  }

  /** How a customer really is. */
  customer(email: string): Promise<Wallet> {
    return this.#get('customer', { email });
  }

  /** What was posted by hand on somebody's first account. */
  async postedByHand(email: string): Promise<Posted[]> {
    return (await this.#get<{ byHand: Posted[] }>('account', { email })).byHand;
  }

  /** Every write that was done in the issuing half since the last reset, oldest first. */
  deeds(): Promise<Deed[]> {
    return this.#get('deeds');
  }

  /** Another rep, or the customer, changes something behind this rep's back. */
  change(email: string, change: { active?: boolean; locked?: boolean }): Promise<void> {
    return this.#post('change', { email, ...change });
  }

  /** Another rep does something in the issuing half on somebody's first account, behind this rep's back. */
  async onAccount(email: string, operation: Operation, ending: string, body: object, as = 'Sascha Brandt'): Promise<void> {
    const { accountReference } = await this.#get<{ accountReference: string }>('account', { email });
    await this.#ask('POST', 'call', { operation, path: `/accounts/${accountReference}/${ending}`, as }, JSON.stringify(body));
  }

  /** Who is worth looking up. */
  known(): Promise<{ search: string; shows: string }[]> {
    return this.#get('customers');
  }

  /** Every call since the last reset. */
  log(): Promise<Received[]> {
    return this.#get('log');
  }

  /** Every call that would change something. */
  async writes(): Promise<Received[]> {
    return (await this.log()).filter((call) => call.writes);
  }

  /** What the wallet was told, in order: `false` switches off, `true` switches on. */
  async activations(): Promise<boolean[]> {
    const calls = (await this.log()).filter((call) => call.operation === 'updateCustomerActivation');
    return calls.map((call) => call.activate === true);
  }

  /** How often an operation was called. */
  async count(operation: Operation): Promise<number> {
    return (await this.log()).filter((call) => call.operation === operation).length;
  }

  /** Slows every gateway call down. */
  latency(ms: number): Promise<void> {
    return this.#post('latency', { ms });
  }

  /** The call will stand still until `release`. */
  hold(operation: Operation, target: Target = {}): Promise<void> {
    return this.#post('hold', { operation, ...target });
  }

  /** The connection will break inside the call's answer. */
  drop(operation: Operation, target: Target = {}): Promise<void> {
    return this.#post('drop', { operation, ...target });
  }

  /** A proxy will answer the call with an HTTP status, 502 unless it says otherwise. */
  fail(operation: Operation, target: Target = {}): Promise<void> {
    return this.#post('fail', { operation, ...target });
  }

  /** Lets held calls go on, and takes back every fault that has not struck. */
  release(): Promise<void> {
    return this.#post('release');
  }

  /** Lets held calls go on; the next one that is to stand still does. */
  resume(): Promise<void> {
    return this.#post('resume');
  }

  /** Waits until so many calls stand still. */
  async holds(calls: number): Promise<void> {
    await expect
      .poll(async () => (await this.#get<{ held: number }>('held')).held, { message: 'calls that stand still' })
      .toBe(calls);
  }

  /** What browsers reported against the content security policy. */
  policyReports(): Promise<string[]> {
    return this.#get('csp-reports');
  }

  async #get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    const response = await this.#ask('GET', path, query);
    return (await response.json()) as Answer;
  }

  async #post(path: string, query: Query = {}): Promise<void> {
    await this.#ask('POST', path, query);
  }

  async #ask(method: string, path: string, query: Query, body?: string): Promise<Response> {
    const stated = Object.entries(query).filter(([, value]) => value !== undefined);
    const parameters = new URLSearchParams(stated.map(([name, value]) => [name, String(value)]));
    const response = await fetch(`${this.url}/sandbox/${path}?${parameters}`, { method, body });
    if (!response.ok) throw new Error(`The sandbox answers /sandbox/${path} with ${response.status}.`);
    return response;
  }
}

type Query = Record<string, string | number | boolean | undefined>;
