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
export function withValueAt<T>(values: T, path: string, to: StatedValue): T {
  const [name = '', ...rest] = path.split('.');
  const inner = (values as Values)[name];
  const changed = rest.length === 0 ? to : withValueAt(inner, rest.join('.'), to);
  return (
    Array.isArray(values)
      ? values.map((one, place) => (String(place) === name ? changed : one))
      : { ...values, [name]: changed }
  ) as T;
}

/** The steps, with what was signed by the event `seq` as corrected: every clock and gate reads it from there. */
export function withCorrectedEvidence(
  steps: JourneyState['steps'],
  seq: number,
  { path, to }: Correction,
): JourneyState['steps'] {
  const correct = (step: StepState): StepState => {
    const { decision } = step;
    if (decision?.seq === seq)
      return { ...step, decision: { ...decision, evidence: withValueAt(decision.evidence, path, to) } };
    const checklist = Object.entries(step.checklist).map(([key, entry]) => [
      key,
      entry.seq === seq ? { ...entry, values: withValueAt(entry.values, path, to) } : entry,
    ]);
    return { ...step, checklist: Object.fromEntries(checklist) };
  };
  return Object.fromEntries(
    Object.entries(steps).map(([key, step]) => [key, isAbout(step, seq) ? correct(step) : step]),
  );
}

const isAbout = ({ decision, checklist }: StepState, seq: number): boolean =>
  decision?.seq === seq || Object.values(checklist).some((entry) => entry.seq === seq);
