import { everyAuthorisation } from '../gates/every-authorisation.ts';
import type { Gate } from '../gates/gate.ts';
import { policyOf } from '../journey/site-policy.ts';
import type { JourneyState } from '../journey/state.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { reports } from '../reports/index.ts';
import type { OnDuty } from '../shifts/on-duty.ts';
import { steps } from '../steps/index.ts';
import type { ChecklistItem, DecisionDefinition } from '../steps/step.ts';
import type { StepName } from '../vocabulary.ts';
import { procedureGates, procedureGatesOf, type WithProcedure } from './procedure-gate.ts';
import { RECORD, REPORT } from './submission.ts';

/** How the registers stand when something is signed and, where they changed since it was done, how they stood then. */
export interface ReadinessRead {
  readonly now: SiteReadiness;
  readonly earlier?: SiteReadiness;
  /** Who is on site, where the step asks that. */
  readonly onDuty?: OnDuty | undefined;
}

export const asksRegister = ({ registers }: Gate): boolean => registers !== undefined;

const gatesOfDecision = ({ kind, gates, deviations = [] }: DecisionDefinition): readonly Gate[] => [
  ...(kind === 'authorise' ? everyAuthorisation : []),
  ...gates,
  ...deviations,
];

const gatesOfItem = ({ gates, deviations = [], excursions = [] }: ChecklistItem): readonly Gate[] => [
  ...gates,
  ...deviations,
  ...excursions,
];

interface Decided {
  readonly decision: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** The gates of what is signed that ask a register; mostly none, and then none is read. */
export function registerGatesOf(step: WithProcedure, { decision, evidence }: Decided): readonly Gate[] {
  const { decisions, checklist } = steps[step.step];
  if (decision === REPORT) {
    const report = Object.values(reports).find((one) => one.report === evidence.report);
    const ofStep = report?.asksGatesOfStep === true ? [...registerGatesIn(step.step), ...procedureGates(step)] : [];
    return [...ofStep, ...(report?.deviations ?? []).filter(asksRegister)];
  }
  const item = decision === RECORD ? checklist?.items.find((one) => one.item === evidence.item) : undefined;
  if (item !== undefined) return gatesOfItem(item).filter(asksRegister);
  const definition = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  if (definition === undefined) return [];
  return [...gatesOfDecision(definition).filter(asksRegister), ...procedureGatesOf(step, definition)];
}

/** Whether anything of a step asks a register: then its page and its opening read how they stand. */
export const stepAsksRegisters = (step: StepName): boolean => registerGatesIn(step).length > 0;

/** Whether a step asks who is on site: at a site that asks for it alone, so that nobody else reads it. */
export const asksOnDuty = (step: StepName, { site }: Pick<JourneyState, 'site'>): boolean =>
  policyOf({ site }).shiftCover !== undefined && dutyGatesIn(step).length > 0;

/** The gates of a step that ask who is on site. */
export const dutyGatesIn = (step: StepName): readonly Gate[] => [
  ...new Set(
    Object.values(steps[step].decisions).flatMap(({ gates }) => gates.filter(({ asksOnDuty: asks }) => asks === true)),
  ),
];

/** The gates of everything a step decides or records that ask a register, each name once. */
export function registerGatesIn(step: StepName): readonly Gate[] {
  const { decisions, checklist } = steps[step];
  const all = [
    ...Object.values(decisions).flatMap(gatesOfDecision),
    ...(checklist?.items ?? []).flatMap(gatesOfItem),
  ].filter(asksRegister);
  return all.filter(({ name }, place) => all.findIndex((one) => one.name === name) === place);
}

/** The same as gates ask it now. */
export const standingIn = (
  read: ReadinessRead | undefined,
): { readonly readiness: SiteReadiness | undefined; readonly onDuty: OnDuty | undefined } => ({
  readiness: read?.now,
  onDuty: read?.onDuty,
});

/** How they stood when it was done. */
export const readinessThen = ({
  readiness,
}: {
  readonly readiness?: ReadinessRead | undefined;
}): SiteReadiness | undefined => readiness?.earlier ?? readiness?.now;

/** Which state of the registers a signature rests on, as its event keeps it; nothing where none was read, or the site has none. */
export const readinessShown = ({
  readiness,
}: {
  readonly readiness?: ReadinessRead | undefined;
}): { readonly readiness?: { readonly version: number; readonly earlier?: number } } =>
  readiness === undefined || readiness.now.version === 0
    ? {}
    : {
        readiness: {
          version: readiness.now.version,
          ...(readiness.earlier === undefined ? {} : { earlier: readiness.earlier.version }),
        },
      };
