import type { CurriculumNews } from '../competence/curriculum-news.ts';
import type { MailClass, StepRef, Tier } from '../events/data.ts';
import type { Mirrored } from '../registers/mirrors.ts';
import type { Lapsing, RenewalRung } from '../renewals/renewal-ladder.ts';
import type { ShortDay } from '../shifts/cover.ts';
import type { Gap } from '../staff/rota.ts';
import type { Instant } from '../time.ts';
import type { Role, StepName } from '../vocabulary.ts';
import type { Told } from './told-when-decided.ts';

/** What a mail is about. It carries ids only; recipients, links and words are looked up when it is sent. */
export type Notice =
  | {
      readonly about: 'step';
      readonly ref: StepRef;
      readonly rung: string;
      readonly class: MailClass;
      readonly to: readonly Role[];
      /** Whom of the roles; without it, those who hold them. */
      readonly tier?: Tier;
      /** `seq` of the event that asked for this mail; a link is valid from it on. */
      readonly linkSeq: number;
    }
  | {
      readonly about: 'journey';
      readonly what:
        | 'held'
        | 'resumed'
        | 'cancelled'
        | 'closing'
        | 'closed'
        | 'deviation'
        | 'reported'
        | Told['what']
        | 'run-replaced'
        | 'mail-bounced';
      readonly class: MailClass;
      readonly to: readonly Role[];
      readonly detail: string;
      /** Which side asked for it, where that is known: the kind only, never who. */
      readonly by?: 'ehr' | 'operator';
      /** User id of the one person who cannot be reached, and is not written to. */
      readonly except?: string;
    }
  | {
      /** Dates of the plan that are new, have moved or are gone; each person is told those of their own diary. */
      readonly about: 'plan';
      /** `seq` of the event that says which. */
      readonly seq: number;
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | {
      /** An authentic message that was not understood and waits for a named person. */
      readonly about: 'message';
      readonly eventId: string;
      readonly sender: string;
      readonly site: string;
      readonly zone: string;
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | {
      /** Nobody is on call for a role at some time in the next days. */
      readonly about: 'rota';
      readonly site: string;
      readonly zone: string;
      readonly role: Role;
      readonly gaps: readonly Gap[];
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | {
      /** Too few competent people are on site on a planned day of treatment, told to who leads the rota. */
      readonly about: 'coverage';
      readonly site: string;
      readonly zone: string;
      /** User id, or role. */
      readonly lead?: string;
      readonly days: readonly ShortDay[];
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | ({
      /** What somebody is to be trained in, told to them and to who sees to it. */
      readonly about: 'curriculum';
      /** User id. */
      readonly person: string;
      /** User id of who sees to it, where that is no role. */
      readonly lead?: string;
      readonly site: string;
      readonly zone: string;
      readonly class: MailClass;
      readonly to: readonly Role[];
    } & Pick<CurriculumNews, 'because' | 'document' | 'by' | 'items'>)
  | ({
      /** Something that lapses, told to who renews it. */
      readonly about: 'renewal';
      readonly rung: RenewalRung;
      /** Open steps that wait for it, where it has lapsed. */
      readonly hits: readonly { readonly journeyId: string; readonly step: StepName; readonly dueAt: Instant }[];
      readonly site: string;
      readonly zone: string;
      readonly class: MailClass;
      readonly to: readonly Role[];
    } & Lapsing)
  | {
      /** A register whose master is another system: its export was refused or did not come, or entries are to be confirmed. */
      readonly about: 'mirror';
      readonly what: 'refused' | 'late' | 'ageing' | 'too-old';
      readonly site: string;
      readonly zone: string;
      readonly register: Mirrored;
      /** Missing where the master of the register is here. */
      readonly system?: string;
      /** Faults by row, or entries. */
      readonly items: readonly string[];
      /** How many there are beside them. */
      readonly more: number;
      /** When it came, last came, or is too old; missing where none ever came. */
      readonly on?: Instant;
      /** User ids of who is asked, beside roles. */
      readonly people: readonly string[];
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | {
      /** Something about a member of staff, and not about any journey. */
      readonly about: 'person';
      readonly what: 'mail-budget' | 'address-bounced' | 'prove-address';
      /** User id. */
      readonly person: string;
      readonly site: string;
      readonly class: MailClass;
      readonly to: readonly Role[];
    }
  | {
      /** What waited for one reader, in one mail. */
      readonly about: 'held';
      readonly reader: string;
      readonly until: Instant;
    };

/** A notice as it is asked for; what is held are these. */
export type AskedNotice = Exclude<Notice, { about: 'held' }>;
