import { hashOf } from '../audit/hash.ts';
import type { Protocol } from '../protocol/schema.ts';
import { ACKNOWLEDGE } from '../sign-off/submission.ts';
import { ACKNOWLEDGE_MEANING, meaningsOf } from '../steps/meanings.ts';
import type { Fact } from './fact.ts';
import { factsOf } from './facts.ts';
import type { JourneyState, StepState } from './state.ts';

/** Everything a signature binds to, free of language: two people who read different languages sign the same thing. */
export interface StepContent {
  readonly journeyId: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly version: number;
  /** What a signature will mean, by decision, `recordOf(item)`, `reportOf(report)` and `acknowledge`. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly protocol: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly facts: readonly Fact[];
}

export function contentOf(state: JourneyState, step: StepState, protocol: Protocol): StepContent {
  return {
    journeyId: state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    version: step.version,
    meanings: { ...meaningsOf(step.step), [ACKNOWLEDGE]: ACKNOWLEDGE_MEANING },
    protocol: state.protocol,
    facts: factsOf(state, step, protocol),
  };
}

/** Hash of what was shown; a submission that carries another hash signs something that is no longer so. */
export const contentHash = (content: StepContent): string => hashOf(content);
