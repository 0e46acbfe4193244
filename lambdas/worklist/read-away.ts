import { parseJourneyId } from '../domain/identifiers/journey-id.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { DelegationScope } from '../domain/staff/delegation.ts';
import type { AskedDelegation } from '../domain/staff/make-delegation.ts';
import { type Instant, instant } from '../domain/time.ts';
import { ROLES, STEPS } from '../domain/vocabulary.ts';
import { localTime } from '../pages/form/local-time.ts';

/** A form as posted: the first value of a name, or all. */
export interface Typed {
  first(name: string): string;
  all(name: string): readonly string[];
}

interface Where {
  readonly zone: string;
  readonly now: Instant;
}

const wrong = (problem: string) => refuse('invalid', `Form: ${problem}`, { problem });

/** What is to be handed over, as typed; whether it may be is the domain's to say. */
export function askedDelegation(typed: Typed, where: Where): Outcome<AskedDelegation> {
  const role = ROLES.find((one) => one === typed.first('role'));
  const period = periodOf(typed, where);
  const scope = scopeOf(typed);
  if (role === undefined) return wrong('required');
  if (!period.ok) return period;
  if (!scope.ok) return scope;
  return ok({ role, scope: scope.value, ...period.value, reason: typed.first('reason') });
}

function scopeOf({ first, all }: Typed): Outcome<DelegationScope> {
  const steps = STEPS.filter((step) => all('steps').includes(step));
  const code = first('journey');
  if (code !== '' && steps.length > 0) return wrong('choose-one');
  if (steps.length > 0) return ok({ kind: 'steps', steps });
  if (code === '') return ok({ kind: 'all' });
  const journeyId = parseJourneyId(code);
  return journeyId.ok ? ok({ kind: 'journey', journeyId: journeyId.value }) : wrong('no-such-journey');
}

/** From when until when, in local times of the site; without a start, from now on. */
export function periodOf({ first }: Typed, { zone, now }: Where): Outcome<{ from: Instant; until: Instant }> {
  const at = (name: string): Instant | undefined => {
    const read = localTime(first(name), zone);
    const parsed = read.ok ? instant.safeParse(read.value) : undefined;
    return parsed?.success === true ? parsed.data : undefined;
  };
  const from = first('from') === '' ? now : at('from');
  const until = at('until');
  return from === undefined || until === undefined ? wrong('not-a-time') : ok({ from, until });
}
