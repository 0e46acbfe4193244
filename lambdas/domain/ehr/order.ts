import type { JourneySite } from '../journey/site-policy.ts';
import { isDay } from '../plain-date.ts';
import { type Instant, instant, plus, startOfPrintedDay } from '../time.ts';
import type { FhirOrder } from './fhir-shapes.ts';
import type { Reading } from './message.ts';
import { type Letter, readPatient } from './patient.ts';
import { SITE_SYSTEM } from './therapy.ts';
import { type EhrOrder, type Identifier, type Unclear, type Understanding, unclear } from './understanding.ts';

/** FHIR request status, for ServiceRequest and MedicationRequest alike. Any other is unclear. */
const STATUS: Readonly<Record<string, EhrOrder['wants']>> = {
  active: 'open',
  completed: 'nothing',
  'on-hold': 'hold',
  revoked: 'hold',
  cancelled: 'hold',
  stopped: 'hold',
  'entered-in-error': 'hold',
};
/** Not an order: a proposal, a plan, an option, or a directive, which is the patient's own. */
const INTENTS = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
/** Clocks of two systems differ; further ahead is a mistake. */
const MOST_AHEAD = 'PT24H';

/** Reads one order. To hold a journey its number is enough; to open one everything must be there and clear. */
export function readOrder(order: FhirOrder, letter: Letter, reading: Reading): Understanding {
  const type = order.resourceType;
  const wants = Object.hasOwn(STATUS, order.status) ? STATUS[order.status] : undefined;
  const reasons: Unclear[] = [];
  if (wants === undefined) {
    const message = `Expected a status of ${Object.keys(STATUS).join(', ')}.`;
    reasons.push(unclear('status', message, `${type}.status`));
  }
  if (!INTENTS.includes(order.intent) || order.doNotPerform === true) {
    reasons.push(unclear('intent', 'Expected an order that is to be performed.', `${type}.intent`));
  }
  const number = numberOf(order);
  if (number === undefined) {
    const message = 'Expected an identifier of type PLAC with system and value, or one identifier only.';
    reasons.push(unclear('order-number', message, `${type}.identifier`));
  }
  const protocol = protocolOf(order, reading);
  const site = siteOf(order, reading);
  const patient = readPatient(order, letter);
  const orderedAt = timeOf(order, reading, typeof site === 'object' && 'zone' in site ? site.zone : undefined);
  const missing: Unclear[] = [
    ...('code' in protocol ? [protocol] : []),
    ...('code' in site ? [site] : []),
    ...('reasons' in patient ? patient.reasons : []),
    ...(typeof orderedAt === 'string' ? [] : [orderedAt]),
  ];
  const blocking =
    wants === 'open' || wants === undefined
      ? missing
      : missing.filter(({ code }) => code === 'contradictory-identifiers');
  if (wants === undefined || number === undefined || reasons.length + blocking.length > 0) {
    return { kind: 'unclear', reasons: [...reasons, ...blocking] };
  }
  return {
    kind: 'order',
    order: {
      number,
      status: order.status,
      wants,
      ...('id' in protocol ? { protocol: protocol.id } : {}),
      ...('zone' in site ? { site } : {}),
      ...('patient' in patient ? { patient: patient.patient } : {}),
      ...(typeof orderedAt === 'string' ? { orderedAt } : {}),
    },
  };
}

function numberOf({ identifier = [] }: FhirOrder): Identifier | undefined {
  const placers = identifier.filter(({ type }) => type?.coding?.some(({ code }) => code === 'PLAC'));
  const [one, ...others] = placers.length > 0 ? placers : identifier.filter(({ type }) => type === undefined);
  if (one?.system === undefined || one.value === undefined || others.length > 0) return undefined;
  return { system: one.system, value: one.value };
}

function protocolOf(order: FhirOrder, { therapies }: Reading): { readonly id: string } | Unclear {
  const path = order.resourceType === 'ServiceRequest' ? 'ServiceRequest.code' : 'MedicationRequest.medication';
  const [id, ...others] = therapies.named(order);
  if (id === undefined) {
    const message =
      'Expected a coding of system urn:atmp-journey:protocol, or an ATC code that is mapped to a protocol.';
    return unclear('protocol', message, path);
  }
  if (others.length > 0) return unclear('protocol', 'The codings name different therapies.', path);
  const why = therapies.whyUnknown(id);
  return why === undefined ? { id } : unclear('protocol', why, path);
}

function siteOf(order: FhirOrder, { sites }: Reading): JourneySite | Unclear {
  const performers = order.resourceType === 'ServiceRequest' ? (order.performer ?? []) : [order.performer];
  const places = order.resourceType === 'ServiceRequest' ? (order.locationCode ?? []) : [];
  const named = [
    ...performers.flatMap((performer) => (performer?.identifier === undefined ? [] : [performer.identifier])),
    ...places.flatMap(({ coding = [] }) => coding.map(({ system, code }) => ({ system, value: code }))),
  ].flatMap(({ system, value }) => (system === SITE_SYSTEM ? [value] : []));
  const ids = [...new Set(named)];
  const path = `${order.resourceType}.performer`;
  const [only] = sites;
  if (ids.length === 0 && sites.length === 1 && only !== undefined) return pinned(only);
  const site = sites.find(({ id }) => id === ids[0]);
  if (site === undefined || ids.length > 1) {
    const message = `Expected one site, by system ${SITE_SYSTEM}: ${sites.map(({ id }) => id).join(', ')}.`;
    return unclear('site', message, path);
  }
  return pinned(site);
}

/** What a journey keeps of its site: no name, no language. */
const pinned = ({ id, zone, policy }: JourneySite): JourneySite =>
  policy === undefined ? { id, zone } : { id, zone, policy };

/** Of a day without time the start is taken, in the zone of the site: of two readings the earlier gates (design 2.9). */
function timeOf({ resourceType, authoredOn = '' }: FhirOrder, { now }: Reading, zone = 'UTC'): Instant | Unclear {
  const path = `${resourceType}.authoredOn`;
  const moment = instant.safeParse(authoredOn);
  const at = moment.success ? moment.data : isDay(authoredOn) ? startOfPrintedDay(authoredOn, zone) : undefined;
  if (at === undefined) return unclear('time', 'Expected when it was ordered: a day, or a time with offset.', path);
  return at > plus(now, MOST_AHEAD, 'UTC') ? unclear('time', 'The order lies in the future.', path) : at;
}
