import { signedBy } from '../domain/events/acts-as.ts';
import { asForeseen, closedGates, type Gate } from '../domain/gates/gate.ts';
import { entriesOf } from '../domain/journey/administration.ts';
import { componentOf, inOrderOfGiving } from '../domain/journey/components.ts';
import { prescribedContainers } from '../domain/journey/product.ts';
import { type ChecklistEntry, effectiveTime } from '../domain/journey/state.ts';
import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import type { OnDuty } from '../domain/shifts/on-duty.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { neededForContainer } from '../domain/steps/administration-items.ts';
import { countedEntry, entryKey, otherOfPair } from '../domain/steps/checklists.ts';
import { steps } from '../domain/steps/index.ts';
import { recordOf } from '../domain/steps/meanings.ts';
import type { ChecklistItem } from '../domain/steps/step.ts';
import type { Instant } from '../domain/time.ts';
import {
  type ChecklistLine,
  type ChecklistRecord,
  type JsonSchema,
  type ShownGate,
  shownGate,
} from '../pages/views.ts';
import type { OpenedStep } from './opened-step.ts';

export type StepNow = Pick<OpenedStep, 'stored' | 'step' | 'protocol'> & {
  readonly now: Instant;
  /** How the registers of the site stand, where a gate of the step asks them. */
  readonly readiness?: SiteReadiness | undefined;
  /** Who is on site, where the step asks that. */
  readonly onDuty?: OnDuty | undefined;
};

/** An item and, where it is recorded for each container, which one and in which place of the list. */
interface Placed {
  readonly item: ChecklistItem;
  readonly container?: string;
  readonly place?: number;
}

/** The lines of a step's checklist: one for each item, and for each known container one for each item that concerns it. */
export function checklistLines(now: StepNow): readonly ChecklistLine[] {
  const prescribed = prescribedContainers(now.stored.state);
  const inOrder = inOrderOfGiving(now.stored.state, now.protocol, prescribed);
  const containers = [...inOrder, ...strangers(now, prescribed)];
  const once = itemsOf(now).filter(({ per }) => per !== 'container');
  const lines = [
    ...once.map((item) => lineOf(now, { item })),
    ...containers.flatMap((container, place) =>
      forContainers(now).map((item) => lineOf(now, { item, container, place })),
    ),
  ];
  return lines.map((line) =>
    line.container === undefined || prescribed.includes(line.container) ? line : { ...line, stranger: true },
  );
}

/** The same items for a container that has no line. */
export const otherContainerLines = (now: StepNow): readonly ChecklistLine[] =>
  forContainers(now).map((item) => ({ ...lineOf(now, { item }), line: `${item.item}-other`, records: [] }));

const itemsOf = ({ step }: StepNow): readonly ChecklistItem[] => steps[step.step].checklist?.items ?? [];

/** What concerns a container under this protocol; what it does not ask for is there once somebody recorded it. */
const forContainers = (now: StepNow): readonly ChecklistItem[] =>
  itemsOf(now).filter(
    (item) =>
      item.per === 'container' &&
      (neededForContainer(now.protocol).includes(item) || entriesOf(now.step, item.item).length > 0),
  );

/** Containers that something was recorded on although they were never prescribed. */
const strangers = (now: StepNow, prescribed: readonly string[]): readonly string[] => {
  const recorded = itemsOf(now).flatMap(({ item, per }) =>
    per === 'container' ? entriesOf(now.step, item).map(({ values }) => String(values.container)) : [],
  );
  return [...new Set(recorded)].filter((container) => !prescribed.includes(container));
};

function lineOf(now: StepNow, { item, container, place }: Placed): ChecklistLine {
  const { step } = now;
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const { roles, per, secondTo, deviations = [], foreseen = [], excursions = [] } = item;
  const entries = entriesFor(now, { item, ...(container === undefined ? {} : { container }) });
  const component = container === undefined ? undefined : componentOf(now.stored.state, container);
  const other = otherOfPair(itemsOf(now), item);
  const otherEntry = other === undefined ? undefined : step.checklist[entryKey(other, container)];
  const against = againstNow(
    now,
    [...deviations, ...foreseen, ...excursions],
    container === undefined ? {} : { container },
  );
  return {
    item: item.item,
    line: place === undefined ? item.item : `${item.item}-${place + 1}`,
    schema: schemas[recordOf(item.item)] ?? {},
    records: entries.map((entry) => recordOfEntry(now, entry)),
    ...(per === 'many' ? { many: true } : {}),
    ...(container === undefined ? {} : { container }),
    ...(component === undefined ? {} : { component }),
    ...(roles === undefined ? {} : { roles }),
    ...(secondTo === undefined
      ? {}
      : { secondTo: { item: secondTo, ...(otherEntry === undefined ? {} : { by: otherEntry.by.id }) } }),
    ...(secondTo === undefined && otherEntry !== undefined ? { secondBy: otherEntry.by.id } : {}),
    ...(against.length === 0 ? {} : { against }),
  };
}

function entriesFor({ step }: StepNow, { item, container }: Placed): readonly ChecklistEntry[] {
  if (item.per === 'many') return entriesOf(step, item.item);
  const entry = countedEntry(step, item, container);
  return entry === undefined ? [] : [entry];
}

const recordOfEntry = ({ stored }: StepNow, entry: ChecklistEntry): ChecklistRecord => ({
  at: effectiveTime(stored.state, entry).at,
  ...signedBy(entry.by),
  values: entry.values,
});

/** The gates that are not open now, as the page says them. */
export const againstNow = (
  { stored, protocol, now, readiness }: StepNow,
  gates: readonly Gate[],
  evidence: Readonly<Record<string, unknown>> = {},
): readonly ShownGate[] =>
  closedGates(gates.map(asForeseen), { state: stored.state, protocol, now, evidence, readiness }).map(shownGate);
