import { dateOf, daysLater } from '../calendar/local-time.ts';
import type { Lapsing } from '../renewals/renewal-ladder.ts';
import { type Headcount, type HeadcountStanding, headcountStanding } from './headcount.ts';

/**
 * From when on too few people are competent for a product, as what lapses the day before. Of several products that are short of the same, what
 * one owner is told is one thing. A readiness that is not open keeps nobody.
 */
export function lapsingHeadcounts(
  staff: Parameters<typeof headcountStanding>[0],
  asked: Parameters<typeof headcountStanding>[2],
): readonly Lapsing[] {
  // Most products ask for the same people.
  const known = new Map<string, readonly HeadcountStanding[]>();
  const standingOf = (one: Headcount): readonly HeadcountStanding[] => {
    const what = `${one.task} ${one.people}`;
    const standing = known.get(what) ?? headcountStanding(staff, [one], asked);
    known.set(what, standing);
    return standing;
  };
  const all = asked.readiness.entries
    .filter(({ closedBecause }) => closedBecause === undefined)
    .flatMap(({ register, id, name, owner, headcount = [] }) =>
      headcount.flatMap(standingOf).flatMap(({ task, need, short }): readonly Lapsing[] => {
        if (short === undefined) return [];
        const { from, have, because } = short;
        return [
          {
            ...{ what: register, name, owner, entry: { id, part: `people competent in ${task}` } },
            lastDay: daysLater(from ?? dateOf(asked.at, asked.zone), -1),
            short: { task, have, need, because, isNow: from === undefined },
          },
        ];
      }),
    );
  const alike = Map.groupBy(all, ({ owner, lastDay, short }) => JSON.stringify([owner, lastDay, short]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, name: [first, ...others].map(({ name }) => name).join(', ') }],
  );
}
