import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { sitePolicy } from '../journey/site-policy.ts';
import { lazily } from '../lazily.ts';
import { PLAN_ITEMS } from '../plan/plan-item.ts';
import { DOCUMENTS } from '../steps/documents.ts';
import { procedure } from '../steps/procedure.ts';
import { instant, occurrence, zone } from '../time.ts';
import { JOURNEY_OUTCOMES, PHASE_OUTCOMES, PHASES, REPORTS, ROLES, STEPS } from '../vocabulary.ts';
import { competence, cover } from './competence-data.ts';
import { enteredField } from './entered-field.ts';
import { identityData } from './identity-data.ts';
import { oidcProof } from './oidc-proof.ts';
import { orderData, origin } from './order-data.ts';
import { passkeyProof } from './passkey-proof.ts';
import { concerned, siteData } from './site-data.ts';

/** A single value of evidence, as a correction names it. */
export const statedValue = z.union([z.string().max(2000), z.number(), z.boolean()]);
export type StatedValue = z.infer<typeof statedValue>;

/** Which occurrence of a step: a phase can be repeated, and each repetition (round, from 1) asks its steps anew. */
export const stepRef = z.strictObject({ phase: z.enum(PHASES), round: z.int().min(1), step: z.enum(STEPS) });
export type StepRef = z.infer<typeof stepRef>;

/** From when until when a date of the plan stands in a diary; two starts of days of the site mean whole days. */
const stretch = z.strictObject({ from: instant, until: instant });

const reason = z.string().trim().min(1).max(2000);
const round = z.int().min(1);
const run = z.int().min(1);
/** Values a person gave, already parsed by the schema of their step; kept as they were signed. */
const values = z.record(z.string(), z.json());

/** How the signer proved who they are. A link alone never signs. */
const assurance = z.enum(['pin', 'oidc', 'passkey']);
/** How the signer proved it, and what a passkey or the hospital's provider said. */
const proven = lazily(() => ({ assurance, passkey: passkeyProof().optional(), oidc: oidcProof().optional() }));

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a record was entered from that somebody else, or the signer at another time, made on paper. */
const paper = lazily(() =>
  z.strictObject({
    /** Who did it, as the paper says; `by` of the event is who entered it. */
    doneBy: z.strictObject({
      id: z.string().min(1).max(64),
      role: z.enum(ROLES),
      deputy: z.literal(true).optional(),
      onBehalfOf: z.string().min(1).max(64).optional(),
    }),
    /** Where the paper or its scan is found. */
    reference: z.string().min(1).max(120),
    /** Of the file of the scan. */
    sha256: hex64.optional(),
    scan: attachment.optional(),
  }),
);
const movedClock = z.strictObject({ clock: z.string(), from: instant.nullable(), to: instant.nullable() });
const verdict = z.enum(['open', 'closed', 'unknown']);
/** By name, every gate, clock and document that read what was corrected; where it counts once signed, as it would be then. */
const readBy = lazily(() =>
  z.strictObject({
    gates: z.array(z.strictObject({ ...stepRef.shape, gate: z.string(), was: verdict, is: verdict })),
    /** Those that stand have the same instant twice. */
    clocks: z.array(movedClock),
    documents: z.array(z.strictObject({ ...stepRef.shape, document: z.enum(DOCUMENTS) })),
  }),
);
/** Gates that were closed and that it went by all the same, each with the `seq` of what exempted it. */
const exemptions = lazily(() =>
  z
    .array(z.strictObject({ gate: z.string(), of: z.array(z.int().min(1)).min(1) }))
    .min(1)
    .optional(),
);
/** Which state of the registers of the site it rests on, and which they had when it was done, where they changed since. */
const readiness = lazily(() =>
  z.strictObject({ version: z.int().min(1), earlier: z.int().min(0).optional() }).optional(),
);
/** Fields that were filled in by others than the signer, who saw all of it. */
const entered = lazily(() => z.array(enteredField()).max(400).optional());
export type Paper = z.infer<ReturnType<typeof paper>>;

export const MAIL_CLASSES = ['info', 'due', 'critical'] as const;
export type MailClass = (typeof MAIL_CLASSES)[number];

export const RUN_REASONS = [
  'opened',
  'resume-execution',
  'execution-ended',
  'age',
  'timeout',
  'sweep',
  'redirected',
] as const;

/** Who is written to next while nobody acknowledges a critical rung (clinical-pathway 1.C). */
export const TIERS = ['holders', 'deputies', 'lead', 'on-call'] as const;
export type Tier = (typeof TIERS)[number];

/** What became of a mail that did not arrive, in the words of the mail service. */
export const UNDELIVERED = ['bounced', 'complained-about', 'rejected'] as const;

const deviation = {
  kind: z.string(),
  class: z.enum(['minor', 'major', 'critical']),
  ...stepRef.shape,
  detail: z.string(),
};

/** Data of every event type. One entry, one meaning; never changed once released, only added to. */
export const eventData = {
  'journey.opened': lazily(() =>
    z.strictObject({
      protocol: z.strictObject({ id: z.string(), version: z.int().min(1), sha256: z.string() }),
      site: z.strictObject({ id: z.string(), zone, policy: sitePolicy().optional() }),
      /** Pseudonym under which the identity store knows the patient. */
      patient: z.string(),
      /** The order it was opened by; none when it was opened from a referral. */
      order: z.strictObject({ sender: z.string(), messageId: z.string(), orderedAt: instant }).optional(),
      origin: origin().optional(),
    }),
  ),
  'run.started': lazily(() =>
    z.strictObject({ run, reason: z.enum(RUN_REASONS), why: z.string().max(500).optional() }),
  ),
  'phase.entered': lazily(() =>
    z.strictObject({
      phase: z.enum(PHASES),
      round,
      visit: z.string().optional(),
      /** `seq` of the report or order a side phase is about. */
      about: z.int().min(1).optional(),
      /** Not before this instant is anybody asked in it (a deferral). */
      notBefore: instant.optional(),
    }),
  ),
  'phase.ended': lazily(() => z.strictObject({ phase: z.enum(PHASES), round, outcome: z.enum(PHASE_OUTCOMES) })),
  'step.opened': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      run,
      /** State machine that opened it, and the revision of its definition. */
      machine: z.strictObject({ name: z.string(), revision: z.string() }),
      /** Not before this instant is anybody asked (a deferral). */
      notBefore: instant.optional(),
      /** The procedure of the site in force when it was asked. */
      procedure: procedure.optional(),
      /** What the registers of the site closed already when it was asked. */
      closedGates: z
        .array(z.strictObject({ gate: z.string(), reason: z.string().max(1000) }))
        .max(20)
        .optional(),
      readiness: readiness(),
      concerned,
    }),
  ),
  'rung.reached': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      rung: z.string(),
      to: z.array(z.enum(ROLES)).min(1),
      class: z.enum(MAIL_CLASSES),
      /** True when a later rung was already due: it is told instead, so that nobody gets three mails at once. */
      silent: z.boolean(),
      /** Whom of the roles it went to; without it, those who hold them. */
      tier: z.enum(TIERS).optional(),
    }),
  ),
  /** A person read the page of the step and acts on it. Decides nothing. */
  'notice.acknowledged': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      rung: z.string(),
      contentHash: z.string(),
      meaning: z.string(),
      ...proven(),
    }),
  ),
  /** A mail did not reach its reader. Who that is, never the address. */
  'mail.bounced': lazily(() =>
    z.strictObject({
      /** The step it was about; a notice about the whole journey has none. */
      ref: stepRef.optional(),
      /** The rung of the step, or what the journey was told of. */
      rung: z.string().max(80),
      /** User id of the reader. */
      to: z.string().min(1).max(64),
      why: z.enum(UNDELIVERED),
      /** It was the newest of a critical rung: those after its reader were told at once. */
      calledNext: z.boolean(),
      /** Of the mail; missing where the mail did not say, as those of earlier releases. */
      class: z.enum(MAIL_CLASSES).optional(),
      /** By which the mail service knows the mail; each is recorded once. */
      messageId: z.string().min(1).max(200),
    }),
  ),
  'checklist.recorded': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      item: z.string(),
      /** Which container, or which of many; without it the item itself. */
      entry: z.string().max(200).optional(),
      values,
      contentHash: z.string(),
      meaning: z.string(),
      ...proven(),
      paper: paper().optional(),
      entered: entered(),
      competence: competence(),
      exemptions: exemptions(),
      readiness: readiness(),
    }),
  ),
  'step.decided': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      decision: z.string(),
      evidence: values,
      contentHash: z.string(),
      meaning: z.string(),
      ...proven(),
      reason: reason.optional(),
      paper: paper().optional(),
      entered: entered(),
      competence: competence(),
      cover: cover(),
      exemptions: exemptions(),
      readiness: readiness(),
    }),
  ),
  'step.skipped': lazily(() => z.strictObject({ ...stepRef.shape, because: z.string() })),
  'report.made': lazily(() =>
    z.strictObject({
      report: z.enum(REPORTS),
      /** The open step from whose page it was reported. */
      at: stepRef,
      values,
      contentHash: z.string(),
      meaning: z.string(),
      ...proven(),
      paper: paper().optional(),
      entered: entered(),
      readiness: readiness(),
      /** Of what lets somebody pass a gate: each reason why it was closed, which alone it is for; missing where that shows only later. */
      closedBy: z.array(z.string()).optional(),
    }),
  ),
  'step.withdrawn': lazily(() => z.strictObject({ ...stepRef.shape, because: z.string() })),
  'step.extended': lazily(() => z.strictObject({ ...stepRef.shape, dueAt: instant, reason })),
  /** Without `to`, back to everybody of its role. */
  'step.reassigned': lazily(() =>
    z.strictObject({ ...stepRef.shape, to: z.string().min(1).max(64).optional(), reason }),
  ),
  /** Somebody of those who are asked sees to it, until their shift ends. A word to the others, and never a gate. */
  'step.claimed': lazily(() =>
    z.strictObject({
      ...stepRef.shape,
      until: instant,
      /** Why it was taken over from somebody who had claimed it. */
      reason: reason.optional(),
    }),
  ),
  /** Who had claimed it no longer sees to it. */
  'step.unclaimed': lazily(() => z.strictObject({ ...stepRef.shape })),
  'link.reissued': lazily(() => z.strictObject({ ...stepRef.shape, reason })),
  'mail.resent': lazily(() => z.strictObject({ ...stepRef.shape, reason })),
  'journey.held': lazily(() => z.strictObject({ reason })),
  'journey.resumed': lazily(() => z.strictObject({ reason })),
  'journey.cancelled': lazily(() => z.strictObject({ reason })),
  'time.corrected': lazily(() =>
    z.strictObject({
      /** The event whose time was wrong. */
      seq: z.int().min(1),
      occurredAt: occurrence,
      /** Where not its own time was wrong but a value it states, such as `endedAt` or `pendingTests.0.dueOn`. */
      evidence: z
        .strictObject({
          path: z.string().min(1),
          from: statedValue,
          to: statedValue,
          /** A limit that would allow more: until somebody signs it, the stricter one counts. */
          counts: z.literal('once-signed').optional(),
        })
        .optional(),
      reason,
      /** How a person who asked for it on a page proved who they are; operations prove it elsewhere. */
      assurance: z.literal('pin').optional(),
      /** Every clock that moved, with its former and its new instant. */
      changes: z.array(movedClock),
      readBy: readBy().optional(),
    }),
  ),
  'plan.changed': lazily(() =>
    z.strictObject({
      /** Rises by one with each change of the plan: the SEQUENCE of the invitations it sends. */
      sequence: z.int().min(1),
      /** What moved; `from` is null where it is new in the plan, `to` where it is no longer. */
      items: z
        .array(
          z.strictObject({
            item: z.enum(PLAN_ITEMS),
            number: z.int().min(1),
            from: stretch.nullable(),
            to: stretch.nullable(),
          }),
        )
        .min(1),
    }),
  ),
  'deviation.opened': lazily(() =>
    z.strictObject({
      ...deviation,
      /** `seq` of the event by which it was found, where one commit had no room for all. */
      found: z.int().min(1).optional(),
      /** `seq` of the report it was opened with. */
      report: z.int().min(1).optional(),
    }),
  ),
  /** More deviations than one commit has room for: each is opened by an event of its own, in this order. */
  'deviations.found': lazily(() =>
    z.strictObject({
      deviations: z
        .array(
          z.strictObject({
            ...deviation,
            /** `seq` of what waits for the disposition of its maker by it. */
            excursion: z.int().min(1).optional(),
          }),
        )
        .min(1),
    }),
  ),
  ...orderData,
  ...siteData,
  ...identityData,
  'journey.closing': lazily(() => z.strictObject({ outcome: z.enum(JOURNEY_OUTCOMES) })),
  'journey.closed': lazily(() =>
    z.strictObject({
      outcome: z.enum(JOURNEY_OUTCOMES),
      /** Until when the record of the product must be kept (C22); without a product, none is named. */
      retainUntil: instant.optional(),
    }),
  ),
} as const;

export type EventType = keyof typeof eventData;
export type EventData<T extends EventType> = z.infer<ReturnType<(typeof eventData)[T]>>;
