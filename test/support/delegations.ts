import type { Signer } from '../../lambdas/domain/sign-off/permission.ts';
import type { Delegation } from '../../lambdas/domain/staff/delegation.ts';
import { SITE } from './builders.ts';
import { START } from './journey-driver.ts';

/** That `by` handed the steps of their first role over to `to`, for two weeks from the start of the journey. */
export const delegationOf = (by: Signer, to: Signer, change: Partial<Delegation> = {}): Delegation => ({
  id: '1',
  by: by.id,
  to: to.id,
  role: by.roles[0] ?? 'physician',
  as: to.roles[0] ?? 'physician',
  site: SITE.id,
  scope: { kind: 'all' },
  from: START,
  until: '2199-01-01T00:00:00.000Z',
  reason: 'on holiday',
  madeBy: by.id,
  madeAt: START,
  ...change,
});

/** Somebody to whom all of that was handed over. */
export const deputyOf = (by: Signer, to: Signer, change: Partial<Delegation> = {}): Signer => ({
  ...to,
  calendar: { delegations: [delegationOf(by, to, change)], absences: [] },
});
