import type { Role } from '../vocabulary.ts';
import type { RungDefinition } from './step.ts';

/**
 * The usual ladder of a soft deadline (clinical-pathway 1.C): asked, reminded at half and four fifths of the time, due to
 * owner and coordinator, a day late to the programme lead, then every week until a person acts.
 */
export const usualLadder = (owner: Role): readonly RungDefinition[] => [
  { rung: 'asked', at: { share: 0 }, to: [owner], class: 'due' },
  { rung: 'half', at: { share: 0.5 }, to: [owner], class: 'info' },
  { rung: 'nearly', at: { share: 0.8 }, to: [owner], class: 'due' },
  { rung: 'due', at: { share: 1 }, to: withCoordinator(owner), class: 'due' },
  { rung: 'overdue', at: { after: 'P1D' }, to: [...withCoordinator(owner), 'programme-lead'], class: 'critical' },
  {
    rung: 'weekly',
    at: { after: 'P8D', every: 'P7D' },
    to: [...withCoordinator(owner), 'programme-lead'],
    class: 'critical',
  },
];

/** For a step with a date of its own, which brings its own warnings: no reminders on the way to it. */
export const datedLadder = (owner: Role): readonly RungDefinition[] =>
  usualLadder(owner).filter(({ rung }) => rung !== 'half' && rung !== 'nearly');

/** Where minutes count nobody reads mail: asked once, then only those who must decide are called. */
export const bedsideLadder = (owner: Role): readonly RungDefinition[] => [
  { rung: 'asked', at: { share: 0 }, to: [owner], class: 'due' },
  { rung: 'due', at: { share: 1 }, to: withCoordinator(owner), class: 'due' },
  { rung: 'overdue', at: { after: 'P1D' }, to: [...withCoordinator(owner), 'programme-lead'], class: 'critical' },
  {
    rung: 'weekly',
    at: { after: 'P8D', every: 'P7D' },
    to: [...withCoordinator(owner), 'programme-lead'],
    class: 'critical',
  },
];

/** Whom a follow-up visit concerns (clinical-pathway 1.D). */
const visitRoles: readonly Role[] = ['physician', 'coordinator', 'registry'];

/**
 * Follow-up visits (clinical-pathway 1.25): 30, 14 and 3 days before the end of the window, as far as it is open by then;
 * overdue at its end, then +14 d, +30 d, +60 d, then monthly.
 */
export const visitLadder = (owner: Role): readonly RungDefinition[] => [
  { rung: 'asked', at: { share: 0 }, to: [owner], class: 'info' },
  { rung: 'visit-window-30', at: { before: 'P30D' }, to: visitRoles, class: 'info' },
  { rung: 'visit-window-14', at: { before: 'P14D' }, to: visitRoles, class: 'due' },
  { rung: 'visit-window-3', at: { before: 'P3D' }, to: visitRoles, class: 'due' },
  { rung: 'due', at: { share: 1 }, to: visitRoles, class: 'due' },
  { rung: 'overdue', at: { after: 'P14D' }, to: ['coordinator'], class: 'due' },
  { rung: 'overdue-30', at: { after: 'P30D' }, to: withCoordinator(owner), class: 'due' },
  { rung: 'overdue-60', at: { after: 'P60D' }, to: ['programme-lead'], class: 'critical' },
  { rung: 'monthly', at: { after: 'P90D', every: 'P30D' }, to: ['programme-lead', 'coordinator'], class: 'critical' },
];

const withCoordinator = (owner: Role): readonly Role[] => (owner === 'coordinator' ? [owner] : [owner, 'coordinator']);
