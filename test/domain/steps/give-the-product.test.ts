import { expect, test } from 'vitest';
import { containersToAccount, givenContainers } from '../../../lambdas/domain/journey/containers.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { knownValues } from '../../../lambdas/sign-off/known-values.ts';
import { atBedside, BAG, OTHER_BAG } from '../../support/bedside.ts';
import { value } from '../../support/journey-driver.ts';
import { premedicate } from '../../support/premedication.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const STRANGER = 'bag-9-9';

const atTheBed = (): Walk => {
  const walk = new Walk();
  walk.to('Give the product');
  return walk;
};
const kindsOf = ({ journey }: Walk) => journey.state.deviations.map(({ kind }) => kind);
const partly = (containersGiven: readonly string[]) => ({
  evidence: { containersGiven, residueDisposal: 'waste 2', percentGiven: 50, explanation: 'Another bag was infused.' },
});
const sign = ({ journey }: Walk, decision: string, signing = {}) =>
  journey.sign(journey.step('Give the product'), decision, signing);

test.each(['identity-checked-before-thaw', 'identity-checked'])(
  '%s: a container that nobody prescribed is never confirmed, by neither person',
  (item) => {
    const walk = atTheBed();
    for (const one of [item, `${item}-second`]) {
      expect(atBedside(walk, one, { container: STRANGER })).toMatchObject({
        refusal: { code: 'forbidden', detail: { gates: [{ gate: 'container-prescribed', status: 'closed' }] } },
      });
    }
  },
);

test('what was done with a container that nobody prescribed is recorded, and opens the deviation at once', () => {
  const walk = atTheBed();
  for (const item of ['removed-from-storage', 'thaw-started', 'thaw-ended', 'infusion-started', 'infusion-ended']) {
    expect(atBedside(walk, item, { container: STRANGER }).ok).toBe(true);
  }
  expect(walk.journey.state.deviations).toMatchObject(
    ['removed-from-storage', 'thaw-started', 'infusion-started'].map(() => ({
      kind: 'wrong-container',
      class: 'critical',
      detail: `Container: got ${STRANGER}, expected one of ${BAG}, ${OTHER_BAG} as prescribed.`,
    })),
  );
});

test('a wrong container infused keeps nobody from recording it: partly given, and never the whole dose', () => {
  const walk = atTheBed();
  walk.complete(walk.journey.step('Give the product'), [BAG]);
  for (const item of ['infusion-started', 'infusion-ended']) value(atBedside(walk, item, { container: STRANGER }));
  expect(sign(walk, 'given')).toMatchObject({
    refusal: { detail: { path: 'evidence.containersGiven', problem: 'not-prescribed' } },
  });
  walk.decide('Give the product', 'partly-given', partly([BAG, STRANGER]));
  expect(kindsOf(walk)).toEqual(['wrong-container', 'partial-dose']);
  expect(walk.asked.map(({ step }) => step)).toEqual(['Monitor the patient']);
  // It was never of this course: nothing of the batch is accounted for by it.
  expect(givenContainers(walk.journey.state).map(({ container }) => container)).toEqual([BAG]);
  expect(containersToAccount(walk.journey.state).map(({ container }) => container)).toEqual([OTHER_BAG]);
});

test('only what was infused can be named as given, and nothing of it is left out', () => {
  const walk = atTheBed();
  value(atBedside(walk, 'infusion-started'));
  expect(sign(walk, 'partly-given', partly([BAG, OTHER_BAG]))).toMatchObject({
    refusal: { detail: { problem: 'checklist-incomplete', missing: [`infusion-started#${OTHER_BAG}`] } },
  });
  value(atBedside(walk, 'infusion-started', { container: OTHER_BAG }));
  expect(sign(walk, 'partly-given', partly([BAG]))).toMatchObject({
    refusal: { detail: { path: 'evidence.containersGiven', problem: 'infused-not-named' } },
  });
});

test('an infusion that was interrupted is recorded without an end: the container was given, and is no more accounted for', () => {
  const walk = atTheBed();
  walk.complete(walk.journey.step('Give the product'), [BAG]);
  value(atBedside(walk, 'infusion-started', { container: OTHER_BAG }));
  expect(containersToAccount(walk.journey.state)).toEqual([]);
  value(sign(walk, 'partly-given', partly([BAG, OTHER_BAG])));
  expect(kindsOf(walk)).toEqual(['partial-dose', 'bedside-incomplete']);
  expect(givenContainers(walk.journey.state).map(({ container }) => container)).toEqual([BAG, OTHER_BAG]);
});

test('a container infused without its identity confirmed can be recorded, and is a critical deviation', () => {
  const walk = atTheBed();
  for (const item of ['infusion-started', 'infusion-ended']) value(atBedside(walk, item));
  premedicate(walk.journey);
  expect(sign(walk, 'given')).toMatchObject({ refusal: { detail: { problem: 'checklist-incomplete' } } });
  value(sign(walk, 'partly-given', partly([BAG])));
  expect(kindsOf(walk)).toEqual(['partial-dose', 'bedside-incomplete']);
  expect(walk.journey.state.deviations[1]?.detail).toContain(`identity-checked-second#${BAG}`);
});

test('the batch is read off the label and compared: one made again can carry the same container numbers', () => {
  const walk = atTheBed();
  for (const item of ['identity-checked-before-thaw', 'identity-checked']) {
    for (const one of [item, `${item}-second`]) {
      expect(atBedside(walk, one, { evidence: { batch: 'batch-2' } })).toMatchObject({
        refusal: { code: 'forbidden', detail: { gates: [{ gate: 'batch-certified', class: 'never' }] } },
      });
      expect(atBedside(walk, one, { evidence: { batch: undefined } })).toMatchObject({ refusal: { code: 'invalid' } });
      expect(atBedside(walk, one).ok).toBe(true);
    }
  }
});

test('the expiry is read off the label by two people and compared with the certificate', () => {
  const walk = atTheBed();
  for (const item of ['identity-checked-before-thaw', 'identity-checked']) {
    for (const one of [item, `${item}-second`]) {
      expect(atBedside(walk, one, { evidence: { expiryOnLabel: '2029-01-01' } })).toMatchObject({
        refusal: { code: 'forbidden', detail: { gates: [{ gate: 'expiry-certified', class: 'never' }] } },
      });
      expect(atBedside(walk, one, { evidence: { expiryOnLabel: undefined } })).toMatchObject({
        refusal: { code: 'invalid' },
      });
      expect(atBedside(walk, one).ok).toBe(true);
    }
  }
});

test('an expired container is not confirmed; one confirmed in time can be written down later, and a thaw always', () => {
  const walk = atTheBed();
  const inTime = walk.journey.now;
  walk.runTo(productExpiry(walk.journey.state) ?? '');
  expect(atBedside(walk, 'identity-checked')).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'not-expired', status: 'closed' }] } },
  });
  expect(atBedside(walk, 'identity-checked', { occurredAt: inTime }).ok).toBe(true);
  value(atBedside(walk, 'thaw-started'));
  expect(kindsOf(walk)).toContain('against-not-expired');
});

test('neither the facts nor a form say the batch or the expiry that is to be read off the label', () => {
  const walk = atTheBed();
  const { state, protocol } = walk.journey;
  const step = walk.journey.step('Give the product');
  expect(JSON.stringify([factsOf(state, step, protocol), knownValues(state, step)])).not.toContain('batch-1');
  expect(factsOf(state, step, protocol).map(({ label }) => label)).not.toContain('productExpiry');
});

test.each([
  [{ intact: false, freeOfClumps: true }, ['defect-after-thaw']],
  [{ intact: true, freeOfClumps: false }, ['defect-after-thaw']],
  [{ intact: true, freeOfClumps: true }, []],
])('a container after thawing: %o', (seen, kinds) => {
  const walk = atTheBed();
  value(atBedside(walk, 'inspected-after-thaw', { evidence: seen }));
  expect(kindsOf(walk)).toEqual(kinds);
});

test.each([
  ['identity-mismatch', 'identity-mismatch', 'against-no-mismatch-open'],
  ['death', undefined, 'against-no-death-reported'],
] as const)('an infusion begun after %s was reported is recorded, and is a deviation', (name, reported, kind) => {
  const walk = atTheBed();
  report(walk, name, name === 'death' ? { diedOn: walk.journey.now.slice(0, 10) } : {});
  value(atBedside(walk, 'infusion-started'));
  expect(kindsOf(walk)).toEqual([...(reported === undefined ? [] : [reported]), kind]);
});

test('an infusion begun on hold is recorded, and is a deviation', () => {
  const walk = atTheBed();
  walk.command('hold');
  value(atBedside(walk, 'infusion-started'));
  expect(kindsOf(walk)).toEqual(['recorded-while-held']);
});

test('an infusion against the flag that forbids the thaw is recorded, and is a deviation', () => {
  const walk = atTheBed();
  report(walk, 'flags-raised', { flags: ['do-not-thaw'] });
  value(atBedside(walk, 'infusion-started'));
  expect(kindsOf(walk)).toEqual(['against-not-flagged-do-not-thaw']);
});

test('every bedside event of a dose as prescribed is no deviation', () => {
  const walk = atTheBed();
  expect(neededForContainer(walk.journey.protocol)).toHaveLength(9);
  walk.decide('Give the product');
  expect(kindsOf(walk)).toEqual([]);
});

test.each(['go-lapsed', 'defer'])('%s: an infusion without a recorded thaw cannot be signed away', (decision) => {
  const walk = atTheBed();
  value(atBedside(walk, 'infusion-started'));
  expect(sign(walk, decision)).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'infusion-recorded' } },
  });
});
