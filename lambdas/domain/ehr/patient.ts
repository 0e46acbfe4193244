import type * as z from 'zod';
import type { FhirOrder, FhirPatient, identifier } from './fhir-shapes.ts';
import { patientShape } from './fhir-shapes.ts';
import { type EhrPatient, type Identifier, type Unclear, unclear } from './understanding.ts';

/** The patients a message brings beside its order. */
export interface Letter {
  readonly patients: readonly { readonly fullUrl?: string; readonly patient: FhirPatient }[];
}

/** More than these for one person is a mistake, and would not fit one transaction. */
const MOST_IDENTIFIERS = 20;

type Read = { readonly patient: EhrPatient } | { readonly reasons: readonly Unclear[] };

/** The patient an order is for: the Patient it refers to, and the identifier it gives itself. Never a guess. */
export function readPatient(order: FhirOrder, { patients }: Letter): Read {
  const path = `${order.resourceType}.subject`;
  const { reference, identifier: own } = order.subject;
  const found = reference === undefined ? undefined : resolve(order, reference, patients);
  const identifiers = distinct([...usable(own === undefined ? [] : [own]), ...usable(found?.identifier ?? [])]);
  if (identifiers.length === 0) {
    const message =
      'Expected a Patient in the message with an identifier of system and value, or an identifier on the subject itself.';
    return { reasons: [unclear('patient', message, path)] };
  }
  if (identifiers.length > MOST_IDENTIFIERS) {
    return { reasons: [unclear('patient', `Expected at most ${MOST_IDENTIFIERS} identifiers.`, path)] };
  }
  const reasons = [...contradictions(own, found, patients, path), ...(found === undefined ? [] : modifiersOf(found))];
  if (reasons.length > 0) return { reasons };
  const name = nameOf(found);
  const retired = distinct(retiredOf(found?.identifier ?? [])).slice(0, MOST_IDENTIFIERS);
  return {
    patient: {
      identifiers,
      ...(retired.length === 0 ? {} : { retired }),
      ...(name === undefined ? {} : { name }),
      ...(found?.birthDate === undefined ? {} : { birthDate: found.birthDate }),
    },
  };
}

function resolve(order: FhirOrder, reference: string, patients: Letter['patients']): FhirPatient | undefined {
  if (reference.startsWith('#')) {
    const inside = order.contained?.find(({ id }) => `#${String(id)}` === reference);
    return patientShape().safeParse(inside).data;
  }
  return patients.find(
    ({ fullUrl, patient: { id } }) =>
      fullUrl === reference ||
      (id !== undefined && `Patient/${id}` === reference) ||
      (fullUrl?.endsWith(`/${reference}`) ?? false),
  )?.patient;
}

/** Retired identifiers (`use: old`) find nobody. */
const usable = (list: readonly z.infer<ReturnType<typeof identifier>>[]): Identifier[] =>
  list.flatMap(({ use, system, value }) =>
    use === 'old' || system === undefined || value === undefined ? [] : [{ system, value }],
  );

const retiredOf = (list: readonly z.infer<ReturnType<typeof identifier>>[]): Identifier[] =>
  usable(list.flatMap(({ use, ...one }) => (use === 'old' ? [one] : [])));

const distinct = (list: readonly Identifier[]): readonly Identifier[] =>
  list.filter((one, at) => list.findIndex(({ system, value }) => system === one.system && value === one.value) === at);

function contradictions(
  own: z.infer<ReturnType<typeof identifier>> | undefined,
  found: FhirPatient | undefined,
  patients: Letter['patients'],
  path: string,
): readonly Unclear[] {
  const [subject] = usable(own === undefined ? [] : [own]);
  const listed = usable(found?.identifier ?? []).filter(({ system }) => system === subject?.system);
  if (subject !== undefined && listed.length > 0 && !listed.some(({ value }) => value === subject.value)) {
    const message = 'The identifier of the subject differs from that of the Patient it refers to.';
    return [unclear('contradictory-identifiers', message, `${path}.identifier`)];
  }
  const others = patients.filter(
    ({ patient }) => JSON.stringify(patient.identifier) !== JSON.stringify(found?.identifier),
  );
  return found !== undefined && others.length > 0
    ? [unclear('contradictory-identifiers', 'The message has several patients; send one patient a message.', 'Patient')]
    : [];
}

/** Elements of Patient that change what the record means. */
function modifiersOf({ active, deceasedBoolean, deceasedDateTime, link }: FhirPatient): readonly Unclear[] {
  const reasons: Unclear[] = [];
  if (active === false) reasons.push(unclear('patient', 'The record is not in use.', 'Patient.active'));
  if (deceasedBoolean === true || deceasedDateTime !== undefined) {
    reasons.push(unclear('patient', 'The record says that the patient has died.', 'Patient.deceased'));
  }
  if (link !== undefined && link.length > 0) {
    const message =
      'The record is linked to another one (merged or replaced); the identity office must say which holds.';
    reasons.push(unclear('contradictory-identifiers', message, 'Patient.link'));
  }
  return reasons;
}

function nameOf(patient: FhirPatient | undefined): string | undefined {
  const names = patient?.name ?? [];
  const best =
    names.find(({ use }) => use === 'official') ??
    names.find(({ use }) => use === 'usual' || use === undefined) ??
    names.find(({ use }) => use !== 'old');
  if (best === undefined) return undefined;
  const parts = [...(best.given ?? []), ...(best.family === undefined ? [] : [best.family])].join(' ');
  return best.text ?? (parts === '' ? undefined : parts);
}
