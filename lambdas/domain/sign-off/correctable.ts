import { isPartOfAttachment } from '../attachments/part-of-attachment.ts';
import { type StatedValue, statedValue } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import { asStated } from '../journey/corrected.ts';
import { roleOf } from '../journey/role-of.ts';
import { effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import { isOfIdentity } from '../steps/identity-fields.ts';
import { steps } from '../steps/index.ts';
import type { Role } from '../vocabulary.ts';
import type { Person } from './permission.ts';

/** What was signed or recorded by one event of a step. */
export interface Signed {
  readonly seq: number;
  /** The decision, or the item of the checklist with its container after `#`. */
  readonly what: string;
  readonly by: Actor;
  /** Who may sign it. */
  readonly roles: readonly Role[];
  /** When it happened, as last corrected. */
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** One value of it; without a path, when it happened. */
export interface Correctable extends Pick<Signed, 'seq' | 'what'> {
  readonly path?: string;
  readonly value: StatedValue;
}

/**
 * What of a step somebody may ask to have corrected: what those of their role sign, and what they signed themselves. A signature under a
 * correction is itself not corrected; what the pathway passed over nobody signed.
 */
export function signedFor(state: JourneyState, step: StepState, person: Person): readonly Signed[] {
  const { id, roles, deputises = [], site } = person;
  if (site !== state.site.id || step.phase === 'Correction') return [];
  const isTheirs = (one: Signed): boolean =>
    one.by.id === id || [...roles, ...deputises].some((role) => one.roles.includes(role));
  return signedOf(state, step).filter(isTheirs);
}

function signedOf(state: JourneyState, step: StepState): readonly Signed[] {
  const { decision, checklist } = step;
  const role = roleOf(state, step);
  const { items = [] } = steps[step.step].checklist ?? {};
  const lines = Object.entries(checklist).map(([key, entry]): Signed => {
    const asked = items.find(({ item }) => item === key.split('#')[0]);
    const { seq, by, values } = entry;
    const at = effectiveTime(state, entry).at;
    return { seq, what: key, by, roles: asked?.roles ?? [role], at, values: asStated(state, seq, values) };
  });
  if (decision === undefined || decision.decision === NOT_NEEDED) return lines;
  const { seq, by, evidence } = decision;
  const at = effectiveTime(state, decision).at;
  const values = asStated(state, seq, evidence);
  return [{ seq, what: decision.decision, by, roles: [role], at, values }, ...lines];
}

/** Each single value, in the order of the form; what identifies is never corrected, and a file is what it is. */
export const valuesOf = ({ seq, what, at, values }: Signed): readonly Correctable[] => [
  { seq, what, value: at },
  ...leavesOf(values).flatMap(([path, value]) =>
    isOfIdentity(path) || isPartOfAttachment(values, path) ? [] : [{ seq, what, path, value }],
  ),
];

function leavesOf(values: unknown, path: readonly string[] = []): readonly (readonly [string, StatedValue])[] {
  const stated = statedValue.safeParse(values);
  if (stated.success) return [[path.join('.'), stated.data]];
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}
