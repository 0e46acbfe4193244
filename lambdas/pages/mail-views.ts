import type { TrainingItem } from '../domain/competence/curriculum-news.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { PlanItemName } from '../domain/plan/plan-item.ts';
import type { Lapsing, RenewalRung } from '../domain/renewals/renewal-ladder.ts';
import type { ShortDay } from '../domain/shifts/cover.ts';
import type { ClosedAlready } from '../domain/sign-off/closed-already.ts';
import type { Instant } from '../domain/time.ts';
import type { JourneyOutcome, PhaseName, Role, StepName } from '../domain/vocabulary.ts';
import type { Fact } from './views.ts';

/**
 * Occasions on which somebody is written to about an open step. The rungs of the ladders in `domain/steps` are these,
 * or these with a count (`weekly-3`, `overdue-60`, `expiry-7`); `overdue-unseen-2` and its like are `unseen`.
 */
export const RUNGS = [
  'asked',
  'half',
  'nearly',
  'due',
  'overdue',
  'weekly',
  'monthly',
  'expiry',
  'expired',
  'in-use',
  'in-use-ends',
  'slot-hold-ends-soon',
  'slot-hold-ended',
  'slot-in-3-days',
  'slot-tomorrow',
  'readiness-again',
  'sample-too-old',
  'shipment-hold-ends',
  'ready-in-a-week',
  'maker-silent',
  'delivery-in-2-days',
  'delivery-tomorrow',
  'arrival-late',
  'no-scan',
  'leaves-tomorrow',
  'must-leave',
  'acceptance-overdue',
  'visit-window',
  'documents-pending',
  'conditioning-in-5-days',
  'conditioning-in-3-days',
  'go-ends',
  'window-ends-in-2-days',
  'window-ends-tomorrow',
  'window-ended',
  'observation-due',
  'observation-missed',
  'tocilizumab-resupply',
  'proximity-ends-in-2-days',
  'reassessment-in-2-days',
  'resent',
  'reissued',
  'reassigned',
  'extended',
  'released',
  'unseen',
] as const;
export type Rung = (typeof RUNGS)[number];

type NoticeClass = 'info' | 'due' | 'critical';

/** A mail that asks somebody to open one step. */
export interface StepNotice {
  readonly notice: 'step';
  readonly journeyId: string;
  readonly step: StepName;
  readonly phase: PhaseName;
  readonly round: number;
  /** A name of `RUNGS`, or one with a count, such as `weekly-3`; anything else is refused by name. */
  readonly rung: string;
  readonly class: NoticeClass;
  /** Of the reader. */
  readonly role: Role;
  /** The role that signs. */
  readonly signer: Role;
  readonly dueAt?: Instant;
  readonly zone: string;
  /** What is closed at the step for its reader, where they are asked to sign it. */
  readonly closed?: ClosedAlready;
  /** The link that opens the step; a bearer token, so it stands nowhere else. */
  readonly link: string;
  /** The mail would have gone out earlier, but the journey was on hold. */
  readonly heldBack?: boolean;
  /** The follow-up visit the step is about: its name in the plan, e.g. `M6`, and the day it is planned for. */
  readonly visit?: { readonly name: string; readonly plannedOn: Instant };
  /** What it is about beside the step; nothing that was found in a patient. */
  readonly facts?: readonly Fact[];
  /** When the certified product expires, and the whole days until then; none once it has expired. */
  readonly productExpiry?: { readonly at: Instant; readonly daysLeft?: number };
}

interface NoticeBase {
  readonly class: NoticeClass;
  readonly at: Instant;
  readonly zone: string;
}

/** On which side a command was given; never which person. */
export type Side = 'ehr' | 'operator';

type MirrorTold = Extract<Notice, { about: 'mirror' }>;

/** A mail that tells rather than asks: there is nothing to sign by a link of its own. What lapses of a register leads to the page of its entry. */
export type TellNotice =
  | (NoticeBase & {
      readonly notice: 'journey-held' | 'journey-resumed' | 'journey-cancelled';
      readonly journeyId: string;
      readonly by?: Side;
    })
  | (NoticeBase & { readonly notice: 'journey-closing'; readonly journeyId: string; readonly outcome: JourneyOutcome })
  /** `report` is a key of the dictionary's `reports`. */
  | (NoticeBase & { readonly notice: 'journey-reported'; readonly journeyId: string; readonly report: string })
  | (NoticeBase & { readonly notice: 'product-given' | 'patient-lost'; readonly journeyId: string })
  /** `step` is where it was recorded: a name of a step. What was found stands in no mail. */
  | (NoticeBase & { readonly notice: 'finding-recorded'; readonly journeyId: string; readonly step: string })
  | (NoticeBase & { readonly notice: 'journey-closed'; readonly journeyId: string; readonly outcome: JourneyOutcome })
  | (NoticeBase & { readonly notice: 'message-parked'; readonly eventId: string; readonly sender: string })
  /** Nobody is on call for a role at these times. */
  | (NoticeBase & {
      readonly notice: 'rota-gap';
      readonly site: string;
      readonly role: Role;
      readonly gaps: readonly { readonly from: Instant; readonly until: Instant }[];
    })
  /** Too few competent people are on site on planned days of treatment. */
  | (NoticeBase & { readonly notice: 'shift-short'; readonly site: string; readonly days: readonly ShortDay[] })
  /** What somebody is to be trained in; `reader` is their user id. */
  | (NoticeBase & {
      readonly notice: 'training-joined' | 'training-version' | 'training-label';
      readonly reader: string;
      readonly document?: string;
      /** A day of the site. */
      readonly by?: string;
      readonly items: readonly TrainingItem[];
    })
  /** Something lapses; `owner` is the user id of who renews it, and `hits` are the steps that wait for it. */
  | (NoticeBase &
      Lapsing & {
        /** What closes something when it lapses, or what is to be done and closes nothing. */
        readonly notice: 'renewal-due' | 'task-due';
        readonly rung: RenewalRung;
        readonly hits: readonly { readonly journeyId: string; readonly step: StepName; readonly dueAt: Instant }[];
      })
  /** A register whose master is another system; `items` are faults of its export, or entries to confirm. */
  | (NoticeBase &
      Pick<MirrorTold, 'site' | 'register' | 'system' | 'items' | 'more' | 'on'> & {
        readonly notice: `mirror-${MirrorTold['what']}`;
        readonly what: MirrorTold['what'];
      })
  /** `kind` is a key of the dictionary's `deviations`. */
  | (NoticeBase & { readonly notice: 'deviation-opened'; readonly journeyId: string; readonly kind: string })
  /** A mail did not arrive; `reader` is the user id of whom it was for. */
  | (NoticeBase & { readonly notice: 'mail-bounced'; readonly journeyId: string; readonly reader: string })
  /** A person got so many mails that the rest of the day waits; `reader` is their user id. */
  | (NoticeBase & { readonly notice: 'mail-budget'; readonly reader: string })
  /** A mail to a person that was about no one journey did not arrive. */
  | (NoticeBase & { readonly notice: 'address-bounced'; readonly reader: string })
  /** An execution ended that should not have; `run` is the number of the one that took its place. */
  | (NoticeBase & { readonly notice: 'run-replaced'; readonly journeyId: string; readonly run: number });

/** From when until when a date stands in a diary; whole days end with the start of the day after. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly wholeDays: boolean;
}

/** One date of the plan that is new (`from` is null), has moved, or is gone (`to` is null). */
export interface PlanChange {
  readonly item: PlanItemName;
  readonly number: number;
  /** Name of a follow-up visit in its plan, e.g. `M6`. */
  readonly visit?: string;
  readonly from: Stretch | null;
  readonly to: Stretch | null;
}

/** A mail that tells one person which dates in their own diary changed. */
export type PlanNotice = NoticeBase & {
  readonly notice: 'plan-changed';
  readonly journeyId: string;
  readonly changes: readonly PlanChange[];
};

/** Why it is this reader who is told. */
export interface ToldAs {
  /** User ids of those in whose place. */
  readonly onBehalfOf?: readonly string[];
  /** As who is on call. */
  readonly onCall?: true;
  /** As a team, by its name, whose mailbox it is. */
  readonly team?: string;
}

/** One of several notices of a digest; a step without its link: the digest has one, to the whole list. */
export type DigestLine = Omit<StepNotice, 'link'> | TellNotice | PlanNotice;

/** A mail that brings what waited for its reader. */
export interface DigestNotice {
  readonly notice: 'digest';
  readonly class: NoticeClass;
  readonly lines: readonly DigestLine[];
}

/** A test mail to the address of one person; `reader` is their user id, the link a bearer token. */
export type AddressNotice = NoticeBase & {
  readonly notice: 'prove-address';
  readonly reader: string;
  readonly link: string;
};

export type MailNotice = (StepNotice | TellNotice | PlanNotice | DigestNotice | AddressNotice) & ToldAs;

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
