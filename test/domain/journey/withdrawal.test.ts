import { expect, test } from 'vitest';
import { CONSENTS, consentsTo, NEEDED_CONSENTS, withdrawnConsents } from '../../../lambdas/domain/journey/consents.ts';
import { report, sceneOf } from '../../support/scenes.ts';

test.each(CONSENTS)('%s can be taken back by itself: what it allowed stops at once, all else goes on', (kind) => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: [kind] });
  for (const other of CONSENTS) expect([other, consentsTo(journey.state, other)]).toEqual([other, other !== kind]);
  const agreed = journey.sign(journey.step('Agree the delivery'), 'agreed');
  if (NEEDED_CONSENTS.includes(kind)) {
    expect(agreed).toMatchObject({ refusal: { detail: { gates: [{ gate: 'consent-stands' }] } } });
  } else expect(agreed.ok).toBe(true);
  expect(journey.open.map(({ step }) => step)).toContain('Decide on the withdrawal');
});

test('a misunderstanding restores what was withdrawn with that report, and no other', () => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  journey.pass('PT1H');
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  walk.decide('Decide on the withdrawal', 'not-withdrawn');
  expect(withdrawnConsents(journey.state)).toEqual(['registry']);
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
});

test('going on without what was withdrawn leaves it withdrawn; a needed consent goes on closing', () => {
  const walk = sceneOf('Decide on the withdrawal');
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(withdrawnConsents(walk.journey.state)).toEqual(['therapy']);
  expect(walk.journey.sign(walk.journey.step('Agree the delivery'), 'agreed')).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'consent-stands', status: 'closed' }] } },
  });
});

test('a treatment stopped on a withdrawal ends the course, and everybody is stood down', () => {
  const walk = sceneOf('Decide on the withdrawal');
  walk.decide('Decide on the withdrawal', 'stopped');
  expect(walk.journey.state.closing?.outcome).toBe('stopped');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Stand everything down']);
});
