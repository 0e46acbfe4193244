import type { ChainVerdict } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { unmetExpectations } from '../../local/scenario/check-expectations.ts';
import type { Expectations } from '../../local/scenario/scenario.ts';
import type { Difference } from './fault-classes.ts';

interface Played {
  readonly expect: Expectations;
  readonly events: readonly JourneyEvent[];
  readonly verification: ChainVerdict;
}

/** What each kind of difference is seen in: events, their lines in the log of a step, and streams of their own. */
const SEEN_IN: Readonly<Record<Difference, { events: readonly JourneyEvent['type'][]; lines: RegExp; stream?: string }>> =
  {
    mails: { events: ['mail.bounced'], lines: /^mail bounced: / },
    reminders: { events: ['rung.reached', 'notice.acknowledged'], lines: /^acknowledged: / },
    times: { events: ['plan.changed'], lines: /^(?!)/, stream: 'plan' },
  };

/** What did not come of a play as its scenario expects, but for differences of these kinds. */
export function unmetBut(kinds: readonly Difference[], { expect, events, verification }: Played): readonly string[] {
  const seen = kinds.map((kind) => SEEN_IN[kind]);
  const isSame = (line: string): boolean => !seen.some(({ lines }) => lines.test(line));
  const log = Object.entries(expect.log)
    .filter(([name]) => !seen.some(({ stream }) => stream === name))
    .map(([name, lines]) => [name, lines.filter(isSame)] as const);
  return unmetExpectations(
    {
      ...expect,
      log: Object.fromEntries(log),
      reminders: kinds.includes('reminders') ? [] : expect.reminders,
    },
    events.filter(({ type }) => !seen.some((one) => one.events.includes(type))),
    verification,
  );
}
