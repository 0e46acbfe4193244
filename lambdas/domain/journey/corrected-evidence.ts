import type { EventData, StatedValue } from '../events/data.ts';
import type { JourneyState, StepState } from './state.ts';

type Values = Readonly<Record<string, unknown>>;
type Correction = NonNullable<EventData<'time.corrected'>['evidence']>;

/** What stands at a path such as `pendingTests.0.dueOn`; undefined where nothing does. */
export const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? (inner as Values)[name] : undefined,
      values,
    );

/** The same values with another at that path. */
export const withValueAt = <T>(values: T, path: string, to: StatedValue): T =>
  withPropertyAt(values, path, { value: to, writable: true });

/** The same values with a property at that path that is as described. */
export function withPropertyAt<T>(values: T, path: string, described: PropertyDescriptor): T {
  const [name = '', ...rest] = path.split('.');
  const inner = (values as Values)[name];
  const property =
    rest.length === 0 ? described : { value: withPropertyAt(inner, rest.join('.'), described), writable: true };
  const copy = Array.isArray(values) ? [...values] : { ...values };
  return Object.defineProperty(copy, name, { enumerable: true, configurable: true, ...property }) as T;
}

/** The steps, with what was signed by the event `seq` as corrected: every clock and gate reads it from there. */
export const withCorrectedEvidence = (
  steps: JourneyState['steps'],
  seq: number,
  { path, to }: Pick<Correction, 'path' | 'to'>,
): JourneyState['steps'] => withEvidenceOf(steps, seq, (values) => withValueAt(values, path, to));

/** The steps, with what was signed by the event `seq` changed. */
export function withEvidenceOf(
  steps: JourneyState['steps'],
  seq: number,
  change: (values: Values) => Values,
): JourneyState['steps'] {
  const correct = (step: StepState): StepState => {
    const { decision } = step;
    if (decision?.seq === seq) return { ...step, decision: { ...decision, evidence: change(decision.evidence) } };
    const checklist = Object.entries(step.checklist).map(([key, entry]) => [
      key,
      entry.seq === seq ? { ...entry, values: change(entry.values) } : entry,
    ]);
    return { ...step, checklist: Object.fromEntries(checklist) };
  };
  return Object.fromEntries(
    Object.entries(steps).map(([key, step]) => [key, isAbout(step, seq) ? correct(step) : step]),
  );
}

const isAbout = ({ decision, checklist }: StepState, seq: number): boolean =>
  decision?.seq === seq || Object.values(checklist).some((entry) => entry.seq === seq);
