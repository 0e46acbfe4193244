import { type DueItem, dueItems } from '../clocks/next-due.ts';
import { unreachable } from '../faults.ts';
import { type Scribe, system } from './scribe.ts';

const CLOCK = system('clock');

/**
 * Does all that is due by now: tells rungs, opens visits, replaces an old run. Of several rungs of one step that are due
 * together only the last is told by mail; the earlier are marked silent, so that a late waking does not send three mails.
 */
export function settle(scribe: Scribe): void {
  // Each pass can make something new due (a visit opened late has rungs of its own), but never the same thing twice.
  for (;;) {
    const due = dueItems(scribe.state, scribe.context.protocol).filter(({ at }) => at <= scribe.context.now);
    if (due.length === 0) return;
    for (const item of due) doDue(scribe, item, due);
  }
}

function doDue(scribe: Scribe, item: DueItem, all: readonly DueItem[]): void {
  switch (item.kind) {
    case 'rung': {
      const { step, rung, to, class: mailClass } = item.rung;
      const { phase, round, step: name } = step;
      const later = all.some(
        (other) => other.kind === 'rung' && other.rung.step.key === step.key && other.at > item.at,
      );
      scribe.write(
        'rung.reached',
        { phase, round, step: name, rung, to: [...to], class: mailClass, silent: later },
        CLOCK,
      );
      return;
    }
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
