import { randomness } from '../aws/randomness.ts';
import type { FaultPlan, RequestFault } from './fault-plan.ts';

/** The longest that a fault of requests goes on; a client of the SDK tries three times. */
const MOST_IN_A_ROW = 4;
const REQUEST_FAULTS = ['throttled', 'failed', 'failedAfterEffect'] as const;

interface Lasting {
  readonly fault: RequestFault;
  left: number;
}

/** Draws faults as a plan says, and counts them. Each kind has its own sequence of chance. */
export class Faults {
  readonly plan: FaultPlan;
  /** How often each was made, by `part/kind`. */
  readonly made = new Map<string, number>();
  readonly #run: number;
  readonly #sources = new Map<string, () => number>();
  readonly #lasting = new Map<string, Lasting>();

  /** @param run how often the data directory was started: another run meets other faults */
  constructor(plan: FaultPlan, run = 1) {
    this.plan = plan;
    this.#run = run;
  }

  /** Whether a fault of this share happens now. */
  hits(name: string, share: number): boolean {
    if (share === 0 || this.between(name, 0, 1) >= share) return false;
    this.#count(name);
    return true;
  }

  /** A number from `from` (inclusive) to `until` (exclusive). */
  between(name: string, from: number, until: number): number {
    let source = this.#sources.get(name);
    if (source === undefined) {
      source = randomness(this.plan.seed, `${this.#run}/${name}`).number;
      this.#sources.set(name, source);
    }
    return from + source() * (until - from);
  }

  /** What goes wrong with this request of `who`; undefined: nothing. */
  ofRequest(who: string, what: string): RequestFault | undefined {
    const key = `${who} ${what}`;
    const lasting = this.#lasting.get(key);
    if (lasting !== undefined) {
      lasting.left -= 1;
      if (lasting.left <= 0) this.#lasting.delete(key);
      this.#count(`requests/${lasting.fault}`);
      return lasting.fault;
    }
    const fault = REQUEST_FAULTS.find((kind) => this.hits(`requests/${kind}`, this.plan.requests[kind]));
    if (fault !== undefined) {
      const more = Math.floor(this.between('requests/in-a-row', 0, MOST_IN_A_ROW));
      if (more > 0) this.#lasting.set(key, { fault, left: more });
    }
    return fault;
  }

  #count(name: string): void {
    this.made.set(name, (this.made.get(name) ?? 0) + 1);
  }
}
