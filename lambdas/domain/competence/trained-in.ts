import { documentVersion } from '../registers/document-version.ts';
import { isVersionInForce } from '../registers/procedure-in-force.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { type EntryStanding, sinceOf } from '../registers/standing.ts';
import type { Procedure } from '../steps/procedure.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import type { Standing } from './competence.ts';

interface Asked {
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  /** How the documents of the site stand; undefined where nobody asked, and then every version counts. */
  readonly readiness?: SiteReadiness | undefined;
}

/** A version of the procedure that is in force instead of the one somebody knows. */
export interface Newer {
  readonly known: Procedure;
  readonly inForce: string;
  readonly since: string;
}

/**
 * The version in force that whoever was trained in an older one has yet to read: since theirs there was a major revision. What is not
 * in the register asks nothing of anybody.
 */
export function newerThanTrained(standing: Standing, { at, zone, readiness }: Asked): Newer | undefined {
  const known = procedureKnown(standing, { at, zone, readiness });
  if (known === undefined || readiness === undefined) return undefined;
  const versions = versionsOf(readiness, known.id);
  const own = sinceVersion(versions, known) ?? standing.assessedOn;
  const newer = versions.filter((one) => sinceOf(one) > own && !isVersion(one, known));
  const [inForce] = newer
    .filter((one) => isVersionInForce(readiness, one, { at, zone }))
    .toSorted((one, other) => sinceOf(other).localeCompare(sinceOf(one)));
  if (inForce === undefined) return undefined;
  const since = sinceOf(inForce);
  return newer.some((one) => one.majorRevision === true && sinceOf(one) <= since)
    ? { known, inForce: inForce.name, since }
    : undefined;
}

/** The newest version that somebody was trained in or has read by then; undefined where their assessment names no procedure. */
export function procedureKnown(
  { procedure, read = [] }: Standing,
  { at, zone, readiness }: Asked,
): Procedure | undefined {
  if (procedure === undefined) return undefined;
  const { id } = procedure;
  const versions = readiness === undefined ? [] : versionsOf(readiness, id);
  return read
    .filter(({ on }) => startOfPrintedDay(on, zone) <= at)
    .map(({ version }) => ({ id, version }))
    .reduce(
      (newest, one) => ((sinceVersion(versions, one) ?? '') > (sinceVersion(versions, newest) ?? '') ? one : newest),
      procedure,
    );
}

const versionsOf = ({ entries }: SiteReadiness, id: string): readonly EntryStanding[] =>
  entries.filter(({ register, serves = [] }) => register === 'documents' && serves.includes(id));

const isVersion = ({ serves = [] }: EntryStanding, { id, version }: Procedure): boolean =>
  serves.includes(documentVersion(id, version));

/** From which day a version counts; undefined where the register does not know. */
function sinceVersion(versions: readonly EntryStanding[], procedure: Procedure): string | undefined {
  const since = versions.filter((one) => isVersion(one, procedure)).map(sinceOf);
  return since.filter((day) => day !== '').toSorted()[0];
}
