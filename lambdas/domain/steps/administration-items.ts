import * as z from 'zod';
import { batchCertified } from '../gates/batch-certified.ts';
import { beforeDeath } from '../gates/before-death.ts';
import { componentInOrder } from '../gates/component-in-order.ts';
import { containerPrescribed } from '../gates/container-prescribed.ts';
import { deviationsHandled } from '../gates/deviations-handled.ts';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { expiryCertified } from '../gates/expiry-certified.ts';
import type { Gate } from '../gates/gate.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notFlagged } from '../gates/not-flagged.ts';
import { deviceInDate } from '../gates/registers/device-in-date.ts';
import { soundAfterThaw } from '../gates/sound-after-thaw.ts';
import { thawAllowed } from '../gates/thaw-allowed.ts';
import { lazily } from '../lazily.ts';
import { inUseClocks } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Role } from '../vocabulary.ts';
import { secondPersonItem } from './checklists.ts';
import { chainOfIdentity, date, explanation, reference } from './evidence.ts';
import type { ChecklistItem } from './step.ts';

const laboratory: readonly Role[] = ['cell-lab', 'pharmacist'];
const bedside: readonly Role[] = ['nurse', 'physician'];

const container = lazily(() => z.strictObject({ container: reference }));
/** Read off the label, never filled in. */
const compared = lazily(() => container().extend({ chainOfIdentity, batch: reference, expiryOnLabel: date }));
const agrees: readonly Gate[] = [identityMatches, batchCertified, expiryCertified, containerPrescribed, notExpired];

const event = (
  item: string,
  roles: readonly Role[],
  meaning: string,
  more: Partial<Pick<ChecklistItem, 'values' | 'gates' | 'deviations' | 'foreseen'>> = {},
): ChecklistItem => ({
  item,
  meaning,
  roles,
  values: container,
  gates: [],
  per: 'container',
  ...more,
  deviations: [...(more.deviations ?? []), beforeDeath],
});

const checkedBeforeThaw = event(
  'identity-checked-before-thaw',
  laboratory,
  'I compared chain of identity, batch, expiry and container with the prescription, before this container was thawed.',
  { values: compared, gates: agrees },
);

const checkedAtBedside = event(
  'identity-checked',
  bedside,
  'I compared chain of identity, batch, expiry and container with the patient in front of me, by their own statement and wristband.',
  { values: compared, gates: agrees },
);

/** Recorded only where a clock of the protocol starts with it. */
const removed = event('removed-from-storage', laboratory, 'I recorded when this container was taken from storage.', {
  deviations: [containerPrescribed],
});

/** What makes a container one that was given, whatever else was left out. */
export const infusionStarted = event(
  'infusion-started',
  bedside,
  'I recorded when the infusion of this container started.',
  {
    deviations: [...everyAuthorisation, notFlagged('do-not-thaw'), containerPrescribed, ...deviationsHandled],
    foreseen: [componentInOrder],
  },
);

/** What happens to each container, in the order in which it happens; each is recorded at its own time. */
const ofContainer: readonly ChecklistItem[] = [
  checkedBeforeThaw,
  secondPersonItem(checkedBeforeThaw, laboratory),
  removed,
  event('thaw-started', laboratory, 'I recorded when thawing of this container started.', {
    /** Its asset number, scanned or typed. */
    values: lazily(() => container().extend({ device: reference.optional() })),
    deviations: [...thawAllowed, containerPrescribed, deviceInDate('device')],
  }),
  event('thaw-ended', laboratory, 'I recorded when thawing of this container ended.'),
  event('inspected-after-thaw', laboratory, 'I inspected this container after thawing and recorded what I saw.', {
    values: lazily(() => container().extend({ intact: z.boolean(), freeOfClumps: z.boolean() })),
    deviations: [soundAfterThaw],
  }),
  checkedAtBedside,
  secondPersonItem(checkedAtBedside, bedside),
  infusionStarted,
  event('infusion-ended', bedside, 'I recorded when the infusion of this container ended.'),
];

/** What concerns the patient, not one container. */
const ofPatient: readonly ChecklistItem[] = [
  {
    item: 'premedication-given',
    meaning: 'I recorded when the premedication was given.',
    values: lazily(() => z.strictObject({})),
    gates: [],
    deviations: [beforeDeath],
    roles: bedside,
  },
  {
    item: 'reaction',
    meaning: 'I recorded a reaction during or after the infusion, and what was done.',
    values: lazily(() => z.strictObject({ grade: z.int().min(1).max(5), action: explanation })),
    gates: [],
    deviations: [beforeDeath],
    roles: bedside,
    per: 'many',
  },
];

/** Every item of the bedside checklist. */
export const administrationItems: readonly ChecklistItem[] = [...ofPatient, ...ofContainer];

/** The items that must be there for a container that was given under this protocol, in their order. */
export function neededForContainer(protocol: Protocol): readonly ChecklistItem[] {
  const fromRemoval = inUseClocks(protocol).some(({ start }) => start === 'removal');
  return ofContainer.filter((one) => fromRemoval || one !== removed);
}
