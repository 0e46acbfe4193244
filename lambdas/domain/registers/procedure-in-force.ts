import { type Procedure, procedureOf, type SiteProcedures } from '../steps/procedure.ts';
import type { PhaseName, StepName } from '../vocabulary.ts';
import type { SiteReadiness } from './site-readiness.ts';
import { type EntryStanding, sinceOf } from './standing.ts';
import { type Asked, whyNot } from './why-not.ts';

interface Opening {
  /** How the registers of the site stand; undefined where nobody read them. */
  readonly readiness: SiteReadiness | undefined;
  readonly configured: readonly SiteProcedures[];
  readonly site: string;
  readonly of: { readonly step: StepName; readonly phase: PhaseName };
  readonly asked: Asked;
}

type WithProcedure = EntryStanding & { readonly procedure: Procedure };

/**
 * By which procedure a step is done that opens now: by one of the register of documents that serves the step, else its phase; where
 * none in force does, as the site has configured it. Of several procedures the configured one, then the one in force last.
 */
export function procedureInForce({ readiness, configured, site, of, asked }: Opening): Procedure | undefined {
  const named = procedureOf(configured, site, of);
  if (readiness === undefined) return named;
  const serving = (isIn: typeof mayBeUsed): Procedure | undefined => {
    const inForce = newestOfEach(readiness, (entry) => isIn(readiness, entry, asked));
    const found = [of.step, of.phase]
      .map((what) => inForce.filter(({ serves = [] }) => serves.includes(what)))
      .find((those) => those.length > 0);
    return (found?.find(({ procedure }) => procedure.id === named?.id) ?? found?.reduce(newer))?.procedure;
  };
  // What may not be used any more stands beside the form all the same: its gate asks for it, and none would ask for nothing.
  return serving(mayBeUsed) ?? serving(isVersionInForce) ?? named;
}

const mayBeUsed = (readiness: SiteReadiness, entry: EntryStanding, asked: Asked): boolean =>
  whyNot(readiness, entry, asked) === undefined;

/** One whose review is overdue, or that was not read for long, is the one in force all the same. */
export function isVersionInForce(readiness: SiteReadiness, entry: EntryStanding, { at, zone }: Asked): boolean {
  const found = whyNot(readiness, entry, { at, zone });
  return found === undefined || found.why === 'lapsed';
}

/** Of each procedure the version in force. */
function newestOfEach({ entries }: SiteReadiness, isIn: (entry: EntryStanding) => boolean): readonly WithProcedure[] {
  const those = entries.filter((entry): entry is WithProcedure => entry.procedure !== undefined && isIn(entry));
  return [...Map.groupBy(those, ({ procedure }) => procedure.id).values()].map((versions) => versions.reduce(newer));
}

const newer = (one: WithProcedure, other: WithProcedure): WithProcedure =>
  sinceOf(other) > sinceOf(one) ? other : one;
