/**
 * `never`: nobody can open it (identity, recall, consent withdrawn). `qa-exemption`: QA can, signed.
 * `emergency-continuation`: where waiting harms the patient, two named roles can, with a reason and a deviation.
 * `hold`: opened by resuming the journey.
 */
export type GateClass = 'never' | 'qa-exemption' | 'emergency-continuation' | 'hold';

/** Gates that somebody can let a person pass; every other stays closed to everybody (design 2.12). */
export const PASSABLE_GATES = [
  'approvals-valid',
  'competent',
  'site-ready',
  'risk-assessed',
  'agreement-in-date',
  'procedure-effective',
  'storage-qualified',
  'major-deviations-triaged',
  'no-critical-deviation-open',
  'shift-covered',
] as const;
export type PassableGate = (typeof PASSABLE_GATES)[number];

/** What a site can make of a class; from the least strict on. */
export const STRICTER_CLASSES = ['qa-exemption', 'never'] as const;
const ORDER: readonly GateClass[] = ['emergency-continuation', ...STRICTER_CLASSES];

export const isPassable = (gate: string): gate is PassableGate => PASSABLE_GATES.some((one) => one === gate);

/** The stricter of two classes. A hold is no class that anybody could pass: it is resumed, or it is not. */
export const stricter = (floor: GateClass, asked: GateClass | undefined): GateClass =>
  asked !== undefined && floor !== 'hold' && ORDER.indexOf(asked) > ORDER.indexOf(floor) ? asked : floor;
