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
  const inForce = newestOfEach(readiness, asked);
  const serving = [of.step, of.phase]
    .map((what) => inForce.filter(({ serves = [] }) => serves.includes(what)))
    .find((found) => found.length > 0);
  const chosen = serving?.find(({ procedure }) => procedure.id === named?.id) ?? serving?.reduce(newer);
  return chosen?.procedure ?? named;
}

/** Of each procedure the version in force. */
function newestOfEach(readiness: SiteReadiness, asked: Asked): readonly WithProcedure[] {
  const usable = readiness.entries.filter(
    (entry): entry is WithProcedure => entry.procedure !== undefined && whyNot(readiness, entry, asked) === undefined,
  );
  return [...Map.groupBy(usable, ({ procedure }) => procedure.id).values()].map((versions) => versions.reduce(newer));
}

const newer = (one: WithProcedure, other: WithProcedure): WithProcedure =>
  sinceOf(other) > sinceOf(one) ? other : one;
