import { policyOf } from '../../journey/site-policy.ts';
import { judgeEntry } from '../../registers/judge-entry.ts';
import type { RegisterName } from '../../registers/names.ts';
import type { EntryStanding } from '../../registers/standing.ts';
import type { GateContext, Verdict } from '../gate.ts';
import { judgeFound } from './judge-found.ts';

interface Serving {
  readonly register: RegisterName;
  /** What an entry is for, as it says itself: a protocol, a document. */
  readonly what: string;
  /** What is said where nothing serves it and the site requires the register. */
  readonly missing: string;
}

/** Whether an entry may be used now, with all that it rests on. */
export function mayBeUsed({ readiness, state, now }: GateContext, entry: EntryStanding): boolean {
  if (readiness === undefined) return false;
  const mirrorAge = policyOf(state).registers?.mirrorAge;
  return judgeEntry(readiness, entry, { at: now, zone: state.site.zone, mirrorAge }).status === 'open';
}

/** Of several entries that serve the same, such as the versions of one agreement, one that may be used is enough. */
export const judgeServing = (context: GateContext, { register, what, missing }: Serving): Verdict =>
  judgeFound(context, {
    register,
    find: (entries) => {
      const serving = entries.filter(({ serves = [] }) => serves.includes(what));
      return serving.find((entry) => mayBeUsed(context, entry)) ?? serving.at(-1);
    },
    missing,
  });
