import type { DeviationClass } from '../deviations/deviation-class.ts';
import type { GateContext } from '../gates/gate.ts';
import type { Refusal } from '../outcome.ts';
import type { Asked } from '../steps/evidence.ts';
import type { ReportName, Role, SidePhase } from '../vocabulary.ts';

/**
 * Something that can happen at any time, whatever step is open: anybody involved reports it from the page they have in
 * front of them. It never waits for a gate. Where something must follow, a side phase asks for it.
 */
export interface ReportDefinition {
  readonly report: ReportName;
  readonly roles: readonly Role[];
  /** What the signature under this report means. */
  readonly meaning: string;
  readonly values: Asked;
  /** Who is asked next, in a run of its own; one at a time of each kind, but for what concerns different things. */
  readonly leadsTo?: { readonly phase: SidePhase; readonly each: 'report' | 'one-at-a-time' };
  /** What was reported is a deviation of this class as well, or of the one it says. */
  readonly deviation?: DeviationClass | ((values: Readonly<Record<string, unknown>>) => DeviationClass);
  /** Rules a schema cannot say, of what plans the future or names what is ours; what was done is never refused. */
  readonly check?: (context: GateContext) => Refusal | null;
  /** What took containers out of their limits, by what is reported: they wait for the disposition of their maker. */
  readonly excursion?: (context: GateContext) => string | undefined;
  /** Identifiers by which others know this journey from now on. */
  readonly claims?: (values: Readonly<Record<string, unknown>>) => readonly string[];
}
