import { expect, it } from 'vitest';
import { addressedAgain } from '../../../lambdas/domain/staff/addressed-again.ts';

const lost = { site: 'site-1', roles: ['coordinator'] } as const;

it.each([
  ['one that was theirs goes back to everybody of the role', 'Register the referral', 'ana', 'reassign'],
  ['the links of one they shared count no more', 'Register the referral', undefined, 'reissue'],
  ['one of somebody else stays', 'Register the referral', 'ben', undefined],
  ['one of another role stays', 'Give the product', undefined, undefined],
  ['one that is theirs in a role they keep stays', 'Give the product', 'ana', undefined],
] as const)('%s', (_, step, assignedTo, command) => {
  expect(addressedAgain('ana', lost, { step, assignedTo })).toBe(command);
});

it('a step that another role signs here is that role’s', () => {
  expect(addressedAgain('ana', lost, { step: 'Give the product', role: 'coordinator' })).toBe('reissue');
  expect(addressedAgain('ana', lost, { step: 'Register the referral', role: 'nurse' })).toBeUndefined();
});
