import type * as z from 'zod';
import type { JourneySite } from '../journey/site-policy.ts';
import type { Instant } from '../time.ts';
import { bundleShape, orderShape, parametersShape, patientShape, type Resource, resourceShape } from './fhir-shapes.ts';
import { readOrder } from './order.ts';
import type { Letter } from './patient.ts';
import { modifiersIn, type TherapyIndex } from './therapy.ts';
import { type Understanding, unclear } from './understanding.ts';

/** What the reader must know beside the message. */
export interface Reading {
  readonly sites: readonly JourneySite[];
  readonly therapies: TherapyIndex;
  readonly now: Instant;
}

const ORDERS = ['ServiceRequest', 'MedicationRequest'];

/**
 * Reads a FHIR R4 message: an order (ServiceRequest, MedicationRequest), a Bundle that holds one with its Patient, or a
 * Subscription notification. Strict where it decides, tolerant elsewhere (design 2.13).
 */
export function readMessage(json: unknown, reading: Reading): Understanding {
  const resource = resourceShape().safeParse(json);
  if (!resource.success)
    return { kind: 'malformed', message: 'Expected a FHIR R4 resource with resourceType', paths: [] };
  if (resource.data.resourceType !== 'Bundle') return readResources([{ resource: resource.data }], reading);
  const bundle = bundleShape().safeParse(json);
  if (!bundle.success) return malformed('Bundle', bundle.error);
  const entries = (bundle.data.entry ?? []).flatMap(({ fullUrl, resource: inside }) =>
    inside === undefined ? [] : [{ resource: inside, ...(fullUrl === undefined ? {} : { fullUrl }) }],
  );
  const notification = bundle.data.type === 'history' ? notificationType(entries[0]?.resource) : undefined;
  if (notification === 'handshake' || notification === 'heartbeat') return { kind: 'alive' };
  const hasOrder = entries.some(({ resource: { resourceType } }) => ORDERS.includes(resourceType));
  if (notification !== undefined && !hasOrder) {
    const message = 'The notification names its orders by id only; set the payload content to full-resource.';
    return { kind: 'unclear', reasons: [unclear('id-only', message, 'Bundle.entry')] };
  }
  if ('implicitRules' in bundle.data) {
    const message = 'implicitRules changes the meaning of the message and is not known here.';
    return { kind: 'unclear', reasons: [unclear('modifier-extension', message, 'Bundle.implicitRules')] };
  }
  return readResources(entries, reading);
}

function readResources(entries: readonly { fullUrl?: string; resource: Resource }[], reading: Reading): Understanding {
  const patients: Letter['patients'][number][] = [];
  const orders: z.infer<ReturnType<typeof orderShape>>[] = [];
  for (const { fullUrl, resource } of entries) {
    if (resource.resourceType === 'Patient') {
      const parsed = patientShape().safeParse(resource);
      if (!parsed.success) return malformed('Patient', parsed.error);
      patients.push({ patient: parsed.data, ...(fullUrl === undefined ? {} : { fullUrl }) });
    } else if (ORDERS.includes(resource.resourceType)) {
      const parsed = orderShape().safeParse(resource);
      if (!parsed.success) return malformed(resource.resourceType, parsed.error);
      orders.push(parsed.data);
    }
  }
  // Beside a laboratory order in the same message, the one for a therapy is ours.
  const ours = orders.length > 1 ? orders.filter((order) => reading.therapies.named(order).length > 0) : orders;
  const [first, ...others] = ours;
  if (first === undefined) {
    const message = 'Expected a ServiceRequest or MedicationRequest for a therapy.';
    return { kind: 'unclear', reasons: [unclear('no-order', message)] };
  }
  const modified = [...ours, ...patients.map(({ patient }) => patient)].flatMap(modifiersIn);
  if (modified.length > 0) return { kind: 'unclear', reasons: modified };
  const read = readOrder(first, { patients }, reading);
  // The service view and the product view of one order may come together, when they say the same.
  const same = others.every((other) => sameOrder(read, readOrder(other, { patients }, reading)));
  if (same) return read;
  const message = 'The message has several orders for a therapy that do not say the same; send one order a message.';
  return { kind: 'unclear', reasons: [unclear('several-orders', message)] };
}

const sameOrder = (one: Understanding, other: Understanding): boolean =>
  one.kind === 'order' &&
  other.kind === 'order' &&
  JSON.stringify({ ...one.order, status: '', orderedAt: '' }) ===
    JSON.stringify({ ...other.order, status: '', orderedAt: '' });

/** Type of a subscription notification, or undefined when the entry is no status. */
function notificationType(status: Resource | undefined): string | undefined {
  if (status?.resourceType === 'SubscriptionStatus') return typeof status.type === 'string' ? status.type : undefined;
  if (status?.resourceType !== 'Parameters') return undefined;
  const parsed = parametersShape().safeParse(status);
  return parsed.data?.parameter?.find(({ name }) => name === 'type')?.valueCode;
}

const malformed = (type: string, error: z.ZodError): Understanding => ({
  kind: 'malformed',
  message: `${type}: does not have the form of FHIR R4`,
  paths: error.issues.slice(0, 20).map(({ path, message }) => `${[type, ...path].join('.')}: ${message}`),
});
