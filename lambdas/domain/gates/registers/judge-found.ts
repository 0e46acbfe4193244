import { policyOf } from '../../journey/site-policy.ts';
import { judgeEntry } from '../../registers/judge-entry.ts';
import type { RegisterName } from '../../registers/names.ts';
import type { EntryStanding } from '../../registers/standing.ts';
import { type GateContext, OPEN, unknown, type Verdict } from '../gate.ts';

interface Asked {
  readonly register: RegisterName;
  /** Picks, from how the entries of the register stand, the one it is about. */
  find(entries: readonly EntryStanding[]): EntryStanding | undefined;
  /** What is said where there is none and the site requires the register; undefined where it need not be in it. */
  readonly missing: string | undefined;
}

/** Whoever forgets to read the registers opens nothing by it. */
const NOT_READ = unknown(
  'Registers of the site: were not read, so that nobody can tell what they close. Load the step again.',
);

/** Whether what a register knows lets this through now; where it knows nothing, only a site that requires the register asks more. */
export function judgeFound({ readiness, state, now }: GateContext, { register, find, missing }: Asked): Verdict {
  if (readiness === undefined) return NOT_READ;
  const { registers } = policyOf(state);
  const entry = find(readiness.entries.filter((one) => one.register === register));
  if (entry !== undefined) {
    return judgeEntry(readiness, entry, { at: now, zone: state.site.zone, mirrorAge: registers?.mirrorAge });
  }
  const isRequired = registers?.required?.includes(register) === true;
  return missing !== undefined && isRequired ? unknown(missing) : OPEN;
}
