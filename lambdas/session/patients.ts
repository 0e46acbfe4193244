import type { PatientRecord, PatientRecords } from '../adapters/dynamo-patient-records.ts';
import { isInWork, openJourneys } from '../domain/journey/open-journeys.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import type { JourneyStore } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { similarNames } from '../domain/worklist/similar-names.ts';
import type { PatientView } from '../pages/worklist-views.ts';
import type { SignedIn } from './signed-in.ts';

export interface PatientDeps {
  readonly patients: PatientRecords;
  readonly store: Pick<JourneyStore, 'list'>;
  now(): Instant;
}

/**
 * Who the patients of some journeys are, each with the codes of others in work at the site whose names are similar. What is
 * compared was read too, so it leaves the same record: one for each patient and session however often a list is drawn, because
 * a record for every line of every reload would hide the one that matters.
 */
export async function patientsOf(
  deps: PatientDeps,
  reader: SignedIn,
  journeys: readonly JourneySummary[],
  shown: readonly JourneySummary[],
): Promise<ReadonlyMap<string, PatientView>> {
  const compared = journeys.filter((journey) => isInWork(journey) || shown.includes(journey));
  const pseudonyms = [...new Set(compared.flatMap(({ patient }) => patient ?? []))];
  const records = new Map(
    await Promise.all(pseudonyms.map(async (patient) => [patient, await readForList(deps, reader, patient)] as const)),
  );
  const similar = similarNames(
    compared.flatMap(({ journeyId, patient }) =>
      patient === undefined ? [] : [{ journeyId, patient, ...namedBy(records.get(patient)) }],
    ),
  );
  return new Map(
    shown.map(({ journeyId, patient }) => [
      journeyId,
      patientView(records.get(patient ?? ''), journeyId, similar.get(journeyId) ?? []),
    ]),
  );
}

const namedBy = (record: PatientRecord | undefined) => ({ name: record?.name, birthDate: record?.birthDate });

const readForList = ({ patients, now }: PatientDeps, { session, member }: SignedIn, patient: string) =>
  patients.patient(patient, {
    reader: member.id,
    reason: 'worklist or board, and comparison of names: once for the session',
    at: now(),
    occasion: `${session.startedAt}#${session.hash.slice(0, 16)}`,
  });

/** The patient of one journey that is opened: a record of its own for each view. */
export async function patientOf(
  deps: PatientDeps,
  reader: SignedIn,
  { site, journeyId, patient, reason }: { site: string; journeyId: string; patient: string; reason: string },
): Promise<PatientView> {
  const listed = await openJourneys(deps, site);
  // A line that an earlier release wrote does not say whose it is.
  const journeys = listed.map((journey) => (journey.journeyId === journeyId ? { ...journey, patient } : journey));
  const own = journeys.filter((journey) => journey.journeyId === journeyId);
  const similar = (await patientsOf(deps, reader, journeys, own)).get(journeyId)?.similarTo ?? [];
  const record = await deps.patients.patient(patient, { reader: reader.member.id, reason, at: deps.now() });
  return patientView(record, journeyId, similar);
}

const patientView = (
  record: PatientRecord | undefined,
  journeyId: string,
  similarTo: readonly string[],
): PatientView => ({
  ...(record?.name === undefined ? {} : { name: record.name }),
  ...(record?.birthDate === undefined ? {} : { birthDate: record.birthDate }),
  ...(record?.formerNames === undefined || record.formerNames.length === 0
    ? {}
    : { formerNames: record.formerNames.map(({ name }) => name) }),
  ...claimedIn(record, journeyId),
  identifiers: (record?.identifiers ?? []).map(({ value }) => value),
  similarTo,
});

function claimedIn(record: PatientRecord | undefined, journeyId: string): Pick<PatientView, 'claimed'> {
  const claim = record?.claims?.[journeyId];
  if (claim === undefined) return {};
  const { name, identifiers, sender } = claim;
  return {
    claimed: {
      ...(name === undefined ? {} : { name }),
      identifiers: identifiers.map(({ value }) => value),
      sender,
    },
  };
}
