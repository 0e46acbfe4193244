import { orderHmac } from '../adapters/identity-index.ts';
import { type EhrOrder, unclear } from '../domain/ehr/understanding.ts';
import type { Response } from '../middleware/http.ts';
import { applyToKnown } from './apply-to-known.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import type { Received } from './receive.ts';

/** Asked of order numbers that were put before a person. */
const matches = () => import('./await-match.ts');

/**
 * Does what an order says. An order number of a sender belongs to one journey for ever: a new number opens one, or waits
 * until a person has matched it with one that is open; a known one never opens a second.
 */
export async function applyOrder(deps: EhrDeps, message: Received, order: EhrOrder): Promise<Response | 'conflict'> {
  const hmac = orderHmac(await deps.identityKey(), message.sender, order.number);
  const known = await deps.messages.order(hmac);
  const pseudonyms = await deps.identities.pseudonymsOf(order.patient?.identifiers ?? []);
  const patients = [...new Set(pseudonyms.filter((pseudonym) => pseudonym !== undefined))];
  if (patients.length > 1) {
    const why = 'The identifiers belong to different patients; the identity office must say which holds.';
    return notUnderstood(deps, message, [unclear('contradictory-identifiers', why, 'Patient.identifier')]);
  }
  // A new identifier in the place of a retired one says who it is: enough to ask two people, never to take it over.
  const [patient] = patients.length === 0 ? await retiredOwner(deps, order) : patients;
  const match = known?.match === true ? await (await matches()).matchOf(deps, known, hmac) : 'linked';
  const isNew = (_: unknown, at: number): boolean => pseudonyms[at] === undefined;
  const unseen = (order.patient?.identifiers ?? []).filter(isNew);
  if (known !== undefined && match === 'linked') {
    return applyToKnown(deps, message, order, known, { patient, unseen, isByRetired: patients.length === 0 });
  }
  if (known !== undefined && match === 'awaited') {
    const { applyToAwaited } = await matches();
    return applyToAwaited(deps, message, order, { ...known, hmac }, patient);
  }
  if (order.wants !== 'open') {
    const why = 'No journey was opened by this order number, so there is nothing to hold.';
    return notUnderstood(deps, message, [unclear('unknown-order', why)]);
  }
  const [pseudonym] = patients;
  // Once for each course, of all the messages that a record sends about its order.
  const { openFromOrder } = await import('./open-from-order.ts');
  return openFromOrder(deps, message, order, { hmac, pseudonym, unseen, from: known?.journeyId });
}

/** The one patient behind the retired identifiers of a message; nobody where they are of several, or not known. */
async function retiredOwner(deps: EhrDeps, { patient }: EhrOrder): Promise<readonly string[]> {
  const found = await deps.identities.pseudonymsOf(patient?.retired ?? []);
  const owners = [...new Set(found.filter((pseudonym) => pseudonym !== undefined))];
  return owners.length === 1 ? owners : [];
}
