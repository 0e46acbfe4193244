/** What the embedded stack did, counted where AWS would bill it. */
export interface Usage {
  stateTransitions: number;
  /** Executions started: each is a trace, and a log of its transitions. */
  executions: number;
  lambdaInvocations: number;
  /** Invocations by a new instance of the function. */
  coldStarts: number;
  /** Milliseconds that handlers took on this machine, start to answer. */
  lambdaMs: number;
  /** Requests of functions to services. */
  awsCalls: number;
  /** Read and write request units as the database counts them, indexes and transactions included; of tables in memory, requests. */
  dynamoReads: number;
  dynamoWrites: number;
  httpRequests: number;
  /** Bytes of the bodies of HTTP answers. */
  httpBytes: number;
  /** Invocations by EventBridge Scheduler. */
  schedules: number;
  busEvents: number;
  secretReads: number;
  /** Requests to KMS: one for each secret read and each PIN, and for a table one every five minutes of use by a function. */
  keyRequests: number;
  metricRequests: number;
  emails: number;
}

const NOTHING: Usage = {
  stateTransitions: 0,
  executions: 0,
  lambdaInvocations: 0,
  coldStarts: 0,
  lambdaMs: 0,
  awsCalls: 0,
  dynamoReads: 0,
  dynamoWrites: 0,
  httpRequests: 0,
  httpBytes: 0,
  schedules: 0,
  busEvents: 0,
  secretReads: 0,
  keyRequests: 0,
  metricRequests: 0,
  emails: 0,
};
const COUNTS = Object.keys(NOTHING) as readonly (keyof Usage)[];

/** One usage and another, joined count by count. */
export const joined = (one: Usage, other: Usage, join: (one: number, other: number) => number): Usage => {
  const result = { ...NOTHING };
  for (const name of COUNTS) result[name] = join(one[name], other[name]);
  return result;
};

/** Counts what is used, in all and by whom: the logical id of a function or machine, or the name of a service. */
export class Meter {
  readonly #total: Usage = { ...NOTHING };
  readonly #by = new Map<string, Usage>();

  count(who: string, what: keyof Usage, amount = 1): void {
    const own = this.#by.get(who) ?? { ...NOTHING };
    own[what] += amount;
    this.#by.set(who, own);
    this.#total[what] += amount;
  }

  get total(): Readonly<Usage> {
    return this.#total;
  }

  /** A copy of what each used so far. */
  by(): ReadonlyMap<string, Usage> {
    return new Map([...this.#by].map(([who, usage]) => [who, { ...usage }]));
  }

  /** What all but these used so far. */
  without(...these: readonly string[]): Usage {
    const rest = [...this.#by].flatMap(([who, usage]) => (these.includes(who) ? [] : [usage]));
    return rest.reduce((sum, usage) => joined(sum, usage, (one, other) => one + other), { ...NOTHING });
  }
}
