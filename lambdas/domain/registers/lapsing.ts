import type { Lapsing } from '../renewals/renewal-ladder.ts';
import type { SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';

/** Something of an entry that counts until a day. */
export interface LapsingEntry extends Lapsing {
  readonly what: EntryStanding['register'];
  readonly entry: { readonly id: string; readonly part: string };
}

/** What of the entries of a site counts until a day, or is to be done by it. What may not be used anyway is left out: it is renewed before it comes back. */
export const lapsingEntries = ({ entries }: Pick<SiteReadiness, 'entries'>): readonly LapsingEntry[] =>
  entries
    .filter(({ closedBecause }) => closedBecause === undefined)
    .flatMap(({ register, id, name, owner, counts, due = [], mirror }): readonly LapsingEntry[] => {
      const own = { what: register, name, owner, ...(mirror === undefined ? {} : { system: mirror.system }) };
      return [
        ...counts.flatMap(({ what: part, until }) =>
          until === undefined ? [] : [{ ...own, entry: { id, part }, lastDay: until }],
        ),
        ...due.map(({ what: part, on }) => ({
          ...{ ...own, entry: { id, part }, lastDay: on },
          closesNothing: true as const,
        })),
      ];
    });
