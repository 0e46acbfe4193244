import { type DueItem, dueItems } from '../clocks/next-due.ts';
import type { DueRung } from '../clocks/rungs.ts';
import { beginHandling } from '../deviations/begin-handling.ts';
import { MAIL_CLASSES, type MailClass } from '../events/data.ts';
import { unreachable } from '../faults.ts';
import { replan } from '../plan/replan.ts';
import type { Role } from '../vocabulary.ts';
import { openFound } from './found-deviations.ts';
import { type Scribe, system } from './scribe.ts';

const CLOCK = system('clock');

/**
 * What one commit may have written when more of what is due is still begun. A transaction takes 100 items, and what is
 * written asks for mails and executions of its own. What is left stays due, and the schedule fires for it at once.
 */
const MOST_WRITTEN = 24;

/** What rungs told in silence were for, by step and ladder: the one told in their place is for all of it. */
type Untold = Map<string, { readonly to: readonly Role[]; readonly class: MailClass }>;

/**
 * Does all that is due by now: tells rungs, opens visits, replaces an old run; and says what moved in the plan. Of several
 * rungs of one ladder that are due together only the last is told by mail, to everybody the others were for; the earlier are
 * marked silent, so that a late waking does not send three mails.
 */
export function settle(scribe: Scribe): void {
  doAllDue(scribe);
  beginHandling(scribe);
  // Last, so that one event tells all that this commit moves.
  replan(scribe);
}

function doAllDue(scribe: Scribe): void {
  const untold: Untold = new Map();
  // Each pass can make something new due (a visit opened late has rungs of its own), but never the same thing twice.
  for (;;) {
    const due = fitting(
      scribe,
      dueItems(scribe.state, scribe.context.protocol).filter(({ at }) => at <= scribe.context.now),
    );
    if (due.length === 0) return;
    for (const item of due) doDue(scribe, item, due, untold);
  }
}

/** As many of these as this commit has room for. Those of one step stay together: which is told depends on the others. */
function fitting({ events, claims }: Scribe, due: readonly DueItem[]): readonly DueItem[] {
  let room = MOST_WRITTEN - events.length - claims.length;
  return [...Map.groupBy(due, belonging).values()]
    .filter(({ length }) => {
      const fits = room > 0;
      room -= length;
      return fits;
    })
    .flat()
    .toSorted((one, other) => due.indexOf(one) - due.indexOf(other));
}

const belonging = (item: DueItem): string => (item.kind === 'rung' ? item.rung.step.key : item.kind);

function doDue(scribe: Scribe, item: DueItem, all: readonly DueItem[], untold: Untold): void {
  switch (item.kind) {
    case 'rung':
      tellRung(scribe, item.rung, all, all.slice(all.indexOf(item) + 1), untold);
      return;
    case 'visit':
      scribe.write('phase.entered', { phase: 'FollowUpVisit', round: item.visit.round, visit: item.visit.name }, CLOCK);
      return;
    case 'replace-run':
      // Several phases can be of age together; one new run replaces all of them.
      if (item !== all.find(({ kind }) => kind === 'replace-run')) return;
      scribe.write('run.started', { run: scribe.state.run + 1, reason: 'age' }, CLOCK);
      return;
    case 'deviations':
      openFound(scribe);
      return;
    default:
      unreachable(item, 'what is due');
  }
}

function tellRung(
  scribe: Scribe,
  { step, ladder, newestBy, to, class: mailClass, tier, outlivable = false, ...first }: DueRung,
  all: readonly DueItem[],
  rest: readonly DueItem[],
  untold: Untold,
): void {
  const { phase, round, step: name, key } = step;
  const { rung } = newestBy?.(scribe.context.now) ?? first;
  const silent =
    rest.some((other) => isOf(other, key, ladder)) ||
    (outlivable && all.some((other) => isOf(other, key, 'deadline') && other.rung.class === 'critical'));
  const before = untold.get(`${key} ${ladder}`);
  const everybody = [...new Set([...(before?.to ?? []), ...to])];
  const worst = worstOf(before?.class ?? 'info', mailClass);
  if (silent) untold.set(`${key} ${ladder}`, { to: everybody, class: worst });
  else untold.delete(`${key} ${ladder}`);
  scribe.write(
    'rung.reached',
    {
      phase,
      round,
      step: name,
      rung,
      to: silent ? [...to] : everybody,
      class: silent ? mailClass : worst,
      silent,
      ...(tier === undefined ? {} : { tier }),
    },
    CLOCK,
  );
}

const worstOf = (one: MailClass, other: MailClass): MailClass =>
  MAIL_CLASSES.indexOf(one) > MAIL_CLASSES.indexOf(other) ? one : other;

const isOf = (item: DueItem, key: string, ladder: DueRung['ladder']): item is Extract<DueItem, { kind: 'rung' }> =>
  item.kind === 'rung' && item.rung.step.key === key && item.rung.ladder === ladder;
