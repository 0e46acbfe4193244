import type { Lapsing } from '../renewals/renewal-ladder.ts';
import type { SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';

/** Something of an entry that counts until a day. */
export interface LapsingEntry extends Lapsing {
  readonly what: EntryStanding['register'];
  readonly entry: { readonly id: string; readonly part: string };
}

/** What of the entries of a site counts until a day. What may not be used anyway is left out: it is renewed before it comes back. */
export const lapsingEntries = ({ entries }: Pick<SiteReadiness, 'entries'>): readonly LapsingEntry[] =>
  entries
    .filter(({ closedBecause }) => closedBecause === undefined)
    .flatMap(({ register, id, name, owner, counts, mirror }) =>
      counts.flatMap(({ what: part, until }): readonly LapsingEntry[] =>
        until === undefined
          ? []
          : [
              {
                ...{ what: register, name, entry: { id, part }, lastDay: until, owner },
                ...(mirror === undefined ? {} : { system: mirror.system }),
              },
            ],
      ),
    );
