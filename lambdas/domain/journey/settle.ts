import { type DueItem, dueItems } from '../clocks/next-due.ts';
import type { DueRung } from '../clocks/rungs.ts';
import { unreachable } from '../faults.ts';
import { replan } from '../plan/replan.ts';
import type { Role } from '../vocabulary.ts';
import { type Scribe, system } from './scribe.ts';

const CLOCK = system('clock');

/**
 * Does all that is due by now: tells rungs, opens visits, replaces an old run; and says what moved in the plan. Of several rungs of one ladder that are due
 * together only the last is told by mail, to everybody the others were for; the earlier are marked silent, so that a late
 * waking does not send three mails.
 */
export function settle(scribe: Scribe): void {
  doAllDue(scribe);
  // Last, so that one event tells all that this commit moves.
  replan(scribe);
}

function doAllDue(scribe: Scribe): void {
  const untold = new Map<string, readonly Role[]>();
  // Each pass can make something new due (a visit opened late has rungs of its own), but never the same thing twice.
  for (;;) {
    const due = dueItems(scribe.state, scribe.context.protocol).filter(({ at }) => at <= scribe.context.now);
    if (due.length === 0) return;
    for (const item of due) doDue(scribe, item, due, untold);
  }
}

function doDue(scribe: Scribe, item: DueItem, all: readonly DueItem[], untold: Map<string, readonly Role[]>): void {
  switch (item.kind) {
    case 'rung':
      tellRung(scribe, item.rung, all.slice(all.indexOf(item) + 1), untold);
      return;
    case 'visit':
      scribe.write('phase.entered', { phase: 'FollowUpVisit', round: item.visit.round, visit: item.visit.name }, CLOCK);
      return;
    case 'replace-run':
      // Several phases can be of age together; one new run replaces all of them.
      if (item !== all.find(({ kind }) => kind === 'replace-run')) return;
      scribe.write('run.started', { run: scribe.state.run + 1, reason: 'age' }, CLOCK);
      return;
    default:
      unreachable(item, 'what is due');
  }
}

function tellRung(
  scribe: Scribe,
  { step, ladder, rung, againAt, to, class: mailClass }: DueRung,
  rest: readonly DueItem[],
  untold: Map<string, readonly Role[]>,
): void {
  const { phase, round, step: name, key } = step;
  const silent =
    (againAt !== undefined && againAt <= scribe.context.now) ||
    rest.some((other) => other.kind === 'rung' && other.rung.step.key === key && other.rung.ladder === ladder);
  const everybody = [...new Set([...(untold.get(`${key} ${ladder}`) ?? []), ...to])];
  untold.set(`${key} ${ladder}`, silent ? everybody : []);
  scribe.write(
    'rung.reached',
    { phase, round, step: name, rung, to: silent ? [...to] : everybody, class: mailClass, silent },
    CLOCK,
  );
}
