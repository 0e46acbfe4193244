import type { MailClass } from '../events/data.ts';
import type { Gate, GateContext } from '../gates/gate.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant } from '../time.ts';
import type { PhaseName, Role, StepName } from '../vocabulary.ts';
import type { Asked } from './evidence.ts';
import type { Outside } from './limits.ts';

/**
 * `authorise` lets the journey go on and passes every gate. `record` states what was done, `stop` ends or waits:
 * neither is ever closed by a hold, since what happened can always be recorded and stopping is always allowed.
 */
export type DecisionKind = 'authorise' | 'record' | 'stop';

export interface DecisionDefinition {
  readonly kind: DecisionKind;
  /** What a signature under this decision means (21 CFR 11.50(a)(3)): shown before it is signed, written with it. */
  readonly meaning: string;
  /** What must be given with the decision. Field names are keys of the page dictionaries. */
  readonly evidence: Asked;
  /** Beside the gates of every authorisation (`gates/every-authorisation.ts`). */
  readonly gates: readonly Gate[];
  /** What should not have been done while one of these was closed: it is recorded, and is a critical deviation. */
  readonly deviations?: readonly Gate[];
  /** What is a critical deviation whenever it is decided, by its kind. */
  readonly deviation?: string;
  /** What was done out of its time though nothing forbids it: it is recorded, and is a minor deviation. */
  readonly finding?: (context: StepContext) => Finding | undefined;
  /** Values outside what the protocol allows: recorded, with the deviation that is raised by the same signature. */
  readonly limits?: Limits;
  /** Rules of the step itself that a schema cannot say; `detail` of a refusal names the `path` and the `problem`, a key of the pages. */
  readonly check?: (context: StepContext) => Refusal | null;
  /** Identifiers by which other systems know this journey from now on; none may belong to another journey. */
  readonly claims?: (context: StepContext) => readonly string[];
}

/** Which values of the evidence are outside what the protocol allows. */
export type Limits = (context: Pick<GateContext, 'protocol' | 'evidence'>) => readonly Outside[];

/** A deviation that only the evidence shows: its kind, and what was got and expected. */
export interface Finding {
  readonly kind: string;
  readonly detail: string;
}

export interface StepContext extends GateContext {
  readonly step: StepState;
}

/** One of several occasions of a rung: a container, a day, a delay. */
export interface Occasion {
  /** Numbers with a dash between them: which one it is, for good. */
  readonly of: string;
  readonly at: Instant;
  /** Of occasions of one series that are due together only the last is told. */
  readonly series: string;
}

/**
 * A point of the deadline ladder. `share` of the way from asked (0) to due (1), `before` or `after` the due instant, or an
 * instant of a physical limit, or `each` of several of them; `warns` where it lies ahead of the limit.
 */
export interface RungDefinition {
  readonly rung: string;
  readonly at:
    | { readonly share: number }
    | { readonly before: string }
    | { readonly after: string; readonly every?: string }
    | {
        readonly instant: (state: JourneyState, step: StepState, protocol: Protocol) => Instant | undefined;
        readonly warns?: true;
      }
    | {
        readonly each: (state: JourneyState, step: StepState, protocol: Protocol) => readonly Occasion[];
        readonly warns?: true;
      };
  readonly to: readonly Role[];
  readonly class: MailClass;
  /** The item of the checklist whose record answers it, as an acknowledgement does. */
  readonly answeredBy?: string;
  /** For people who are there day and night: it waits for no opening hours. */
  readonly dayAndNight?: true;
}

/** `soft` deadlines are ours and stand still on hold; `hard` ones are physical or legal and run on. */
export interface DeadlineDefinition {
  readonly kind: 'soft' | 'hard';
  /** The usual time to answer from when it was asked, as an ISO 8601 duration (clinical-pathway 1.D); a protocol can set another. */
  readonly within: string;
  /** A due instant of the step's own, in place of `within`. `asked`: from when people are asked. */
  readonly due?: (state: JourneyState, step: StepState, protocol: Protocol, asked: Instant) => Instant | undefined;
  /** A person may extend it once and not again. */
  readonly extendedOnce?: true;
}

/** One event beside the decision, signed by itself at its own time. */
export interface ChecklistItem {
  readonly item: string;
  readonly meaning: string;
  /** What must be given with this item; mostly nothing. */
  readonly values: Asked;
  readonly gates: readonly Gate[];
  /** What should not have been done while one of these was closed: it is recorded, and is a critical deviation. */
  readonly deviations?: readonly Gate[];
  /** Said before it is signed while one of these is closed; whether it was a deviation shows by the times, when the step is decided. */
  readonly foreseen?: readonly Gate[];
  /** The same as `deviations`, and what is concerned waits for the written disposition of its maker, as after a report of an excursion. */
  readonly excursions?: readonly Gate[];
  /** Values outside what the protocol allows: one of these gates opens the deviation, and a page asks what happened before it is signed. */
  readonly limits?: Limits;
  /** Who may record it; without it, the role of the step. */
  readonly roles?: readonly Role[];
  /** `container`: once for each container, named in its values. `many`: as often as it happens. */
  readonly per?: 'container' | 'many';
  /** Recorded by another person than this item was. */
  readonly secondTo?: string;
}

export interface ChecklistDefinition {
  /** In the order in which they happen. */
  readonly items: readonly ChecklistItem[];
}

/** One step that a person signs: who, what each decision means and takes, by when, and who is told when it is late. */
export interface StepDefinition {
  readonly step: StepName;
  readonly phase: PhaseName;
  /** The role that signs. */
  readonly role: Role;
  readonly decisions: Readonly<Record<string, DecisionDefinition>>;
  readonly checklist?: ChecklistDefinition;
  /** Signed by another person than signed any of these steps of the same round (clinical-pathway 3.10). */
  readonly secondTo?: readonly StepName[];
  /** Why nobody is asked in this round, as a key of the pages; undefined when people are asked. */
  readonly notNeeded?: (context: {
    state: JourneyState;
    protocol: Protocol;
    now: Instant;
    round: number;
  }) => string | undefined;
  /** From when people are asked; undefined while what the step waits for has not happened. Without it, at once. */
  readonly readyAt?: (state: JourneyState, step: StepState, protocol: Protocol) => Instant | undefined;
  readonly deadline: DeadlineDefinition;
  readonly ladder: readonly RungDefinition[];
  /** It waits for an office: at night nobody can do anything about it, however late it is. */
  readonly officeHoursOnly?: true;
}
