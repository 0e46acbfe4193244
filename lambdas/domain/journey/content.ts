import { hashOf } from '../audit/hash.ts';
import { ACKNOWLEDGE } from '../sign-off/submission.ts';
import { ACKNOWLEDGE_MEANING, meaningsOf } from '../steps/meanings.ts';
import type { Fact } from './fact.ts';
import { factsOf } from './facts.ts';
import { ofStep } from './of-state.ts';

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

/** Who signs is asked the same as was shown. */
export const contentOf = ofStep(
  (state, step, protocol): StepContent => ({
    journeyId: state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    version: step.version,
    meanings: { ...meaningsOf(step.step), [ACKNOWLEDGE]: ACKNOWLEDGE_MEANING },
    protocol: state.protocol,
    facts: factsOf(state, step, protocol),
  }),
);

const hashes = new WeakMap<StepContent, string>();

/** Hash of what was shown; a submission that carries another hash signs something that is no longer so. */
export function contentHash(content: StepContent): string {
  const hash = hashes.get(content) ?? hashOf(content);
  hashes.set(content, hash);
  return hash;
}
