import type { StaffCompetence } from '../../lambdas/domain/competence/competence.ts';
import type { Task } from '../../lambdas/domain/competence/tasks.ts';
import type { OnDuty, PersonOnDuty } from '../../lambdas/domain/shifts/on-duty.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { SITE } from './builders.ts';

/** Somebody assessed in these tasks, for years. */
export const onShift = (
  id: string,
  tasks: readonly Task[],
  { roles = ['nurse'], ...more }: Partial<PersonOnDuty> & { readonly roles?: readonly Role[] } = {},
): PersonOnDuty => ({
  ...{ id, roles, site: SITE.id, active: true },
  competence: Object.fromEntries(
    tasks.map((task) => [
      task,
      [
        {
          ...{ training: `${task} version 1`, assessedOn: '2020-01-06', validUntil: '2099-01-05' },
          since: '2020-01-06T12:00:00.000Z',
        },
      ],
    ]),
  ) as StaffCompetence,
  ...more,
});

/** Two who thaw, two at the bedside, and a physician. */
export const FULL_SHIFT: readonly PersonOnDuty[] = [
  onShift('lou', ['thaw'], { roles: ['cell-lab'] }),
  onShift('lea', ['thaw'], { roles: ['cell-lab'] }),
  onShift('nia', ['bedside-check']),
  onShift('nat', ['bedside-check']),
  onShift('hed', ['crs-icans-care'], { roles: ['physician'] }),
];

/** One shift of these people. */
export const shiftOf = (
  people: readonly PersonOnDuty[],
  { from = '2020-01-01T00:00:00.000Z', until = '2099-01-01T00:00:00.000Z' } = {},
): OnDuty => ({
  rota: { lead: 'nia', shifts: [{ name: 'early', from, until, who: people.map(({ id }) => id) }] },
  people,
});
