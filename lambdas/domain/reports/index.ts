import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { claimOfPartner } from '../identifiers/claims.ts';
import { CONSENTS } from '../journey/consents.ts';
import { excursionLeg } from '../journey/custody.ts';
import type { JourneyState } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import { explanation, pastDate, reference } from '../steps/evidence.ts';
import { partnerId } from '../steps/place-the-order.ts';
import { FLAGS, type ReportName, type Role } from '../vocabulary.ts';
import { consentGiven } from './consent-given.ts';
import { datesMoved } from './dates-moved.ts';
import { deviationRaised } from './deviation-raised.ts';
import { emergencyContinuation, exemptionTakenBack, qaExemption } from './exemptions.ts';
import type { ReportDefinition } from './report.ts';
import { storageAlarm } from './storage-alarm.ts';
import { storageMoved } from './storage-moved.ts';

const everybody: readonly Role[] = [
  'coordinator',
  'physician',
  'pharmacist',
  'apheresis',
  'cell-lab',
  'nurse',
  'qa',
  'registry',
];

/** What can be reported from a page: of a case, which is of no patient and no product, nothing. */
export const reportsAt = ({ qualityCase }: JourneyState): readonly ReportDefinition[] =>
  qualityCase === undefined ? Object.values(reports) : [];

/** What anybody involved can report at any time. */
export const reports: Readonly<Record<ReportName, ReportDefinition>> = {
  excursion: {
    report: 'excursion',
    roles: everybody,
    meaning:
      'I report that material left its limits of temperature, time or integrity. It waits for the disposition of its maker.',
    values: lazily(() =>
      z.strictObject({
        leg: excursionLeg,
        loggerFile: reference.optional(),
        loggerAttachment: attachment.optional(),
        explanation,
      }),
    ),
    leadsTo: { phase: 'Excursion', each: 'report' },
    deviation: 'major',
  },
  'identity-mismatch': {
    report: 'identity-mismatch',
    roles: everybody,
    meaning: 'I report that identifiers do not agree. Everything stops until two people have resolved it.',
    values: lazily(() => z.strictObject({ document: reference, explanation })),
    leadsTo: { phase: 'IdentityMismatch', each: 'report' },
    deviation: 'critical',
  },
  'flags-raised': {
    report: 'flags-raised',
    roles: ['physician', 'pharmacist', 'nurse'],
    meaning: 'I raise these flags: what they name waits until a physician clears them.',
    values: lazily(() => z.strictObject({ flags: z.array(z.enum(FLAGS)).min(1), explanation })),
    leadsTo: { phase: 'FlagReview', each: 'one-at-a-time' },
  },
  'consent-withdrawn': {
    report: 'consent-withdrawn',
    roles: ['physician', 'nurse', 'coordinator'],
    meaning: 'I report that the patient withdraws these consents. What they allowed stops now.',
    values: lazily(() => z.strictObject({ consents: z.array(z.enum(CONSENTS)).min(1), explanation })),
    leadsTo: { phase: 'Withdrawal', each: 'report' },
  },
  'consent-given': consentGiven,
  death: {
    report: 'death',
    roles: everybody,
    meaning: 'I report that the patient has died. Everything stops until two people have confirmed it.',
    values: lazily(() => z.strictObject({ diedOn: pastDate, explanation })),
    leadsTo: { phase: 'Death', each: 'one-at-a-time' },
  },
  'dates-moved': datesMoved,
  'storage-moved': storageMoved,
  'storage-alarm': storageAlarm,
  'deviation-raised': deviationRaised(everybody),
  'partner-id': {
    report: 'partner-id',
    roles: ['coordinator', 'pharmacist', 'registry'],
    meaning: 'I recorded an identifier by which a partner knows this journey.',
    values: partnerId,
    claims: (values) => [claimOfPartner(partnerId().parse(values))],
  },
  'qa-exemption': qaExemption,
  'emergency-continuation': emergencyContinuation,
  'exemption-taken-back': exemptionTakenBack,
};
