import { expect, test } from 'vitest';
import type { Signer } from '../../../lambdas/domain/sign-off/permission.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { StepDefinition } from '../../../lambdas/domain/steps/step.ts';
import { ROLES, STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { BAG } from '../../support/bedside.ts';
import { ONWARD, personIn, valuesOf } from '../../support/builders.ts';
import { deputyOf } from '../../support/delegations.ts';
import type { Signing } from '../../support/journey-driver.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/**
 * The steps of clinical-pathway 3.10, 1.0 and 1.6 that ask for two people, and where the code asks for them. S21 has no step of its
 * own: what leaves the laboratory is read by two there and by two at the bedside. What is out of specification (OOS) can be
 * certified by nobody: `Check certificate` refuses it.
 */
const STEP_PAIRS: readonly (readonly [named: string, first: StepName, second: StepName])[] = [
  ['S05 order and its check', 'Place the order', 'Check the order'],
  ['S09 collection and its release', 'Record apheresis', 'Release the collection'],
  ['S15 inspection and acceptance', 'Inspect the delivery', 'Accept receipt'],
  ['S15 inspection and release from quarantine', 'Inspect the delivery', 'Resolve quarantine'],
  ['S15 receipt and release from quarantine', 'Accept receipt', 'Resolve quarantine'],
  ['S17 prescription and its verification', 'Prescribe the product', 'Verify the prescription'],
  ['S19 GO for thaw and its confirmation', 'Give GO for thaw', 'Confirm GO for thaw'],
  ['E21 mismatch and its resolution', 'Resolve the mismatch', 'Confirm the resolution'],
  ['a death and its confirmation', 'Confirm the death', 'Confirm the death as second person'],
  ['a deviation investigated and decided on', 'Investigate the deviation', 'Decide on the deviation'],
  ['a CAPA and its check', 'Plan the CAPA', 'Check that the CAPA works'],
  ['a change and its second approval', 'Approve the change', 'Confirm the approval'],
  ['S27 accounts and closure', 'Account for every container', 'Close the course'],
];

const ITEM_PAIRS: readonly (readonly [named: string, step: StepName, first: string])[] = [
  ['S08 identity before the collection', 'Record apheresis', 'patient-identified'],
  ['S20 doer and checker before the thaw', 'Give the product', 'identity-checked-before-thaw'],
  ['S21 and S22 identity at the bedside', 'Give the product', 'identity-checked'],
];

test('these are all the pairs, of steps and of entries', () => {
  const ofSteps = STEPS.flatMap((second) => (steps[second].secondTo ?? []).map((first) => `${first} → ${second}`));
  expect(STEP_PAIRS.map(([, first, second]) => `${first} → ${second}`).toSorted()).toEqual(ofSteps.toSorted());
  const ofItems = Object.values<StepDefinition>(steps).flatMap(({ step, checklist }) =>
    (checklist?.items ?? []).flatMap(({ secondTo }) => (secondTo === undefined ? [] : [`${step}: ${secondTo}`])),
  );
  expect(ITEM_PAIRS.map(([, step, first]) => `${step}: ${first}`).toSorted()).toEqual(ofItems.toSorted());
});

const SAME = { ok: false, refusal: { code: 'forbidden', detail: { problem: 'same-person' } } };

/** Holds every role, so that only the rule of two people can stand in the way. */
const somebody = (id: string): Signer => ({ ...personIn(ROLES), id });

/** Every way by which one person could be both of two. */
const waysOf = (first: string, now: string): readonly (readonly [how: string, signing: Signing])[] => {
  const one = somebody(first);
  const other = somebody('another');
  const hours = new Date(Date.parse(now) - 60_000).toISOString();
  return [
    ['as themselves, in another role', { signer: one }],
    ['by another credential', { signer: { ...one, assurance: 'passkey' } }],
    ['on paper that another enters', { signer: other, occurredAt: hours, paper: { performer: one } }],
    ['entering paper of another', { signer: one, occurredAt: hours, paper: { performer: other } }],
    ['through a deputy', { signer: allOf(one, other), delegator: one }],
    ['as deputy of another', { signer: allOf(other, one), delegator: other }],
    [
      'through a deputy on paper',
      { signer: somebody('third'), occurredAt: hours, paper: { performer: allOf(one, other) }, delegator: one },
    ],
  ];
};

/** `to`, to whom `by` handed all of their roles over. */
const allOf = (by: Signer, to: Signer): Signer => {
  const each = ROLES.map((role) => deputyOf(by, to, { id: role, role, as: role }));
  return {
    ...to,
    calendar: { delegations: each.flatMap(({ calendar }) => calendar?.delegations ?? []), absences: [] },
  };
};

test.each(STEP_PAIRS)('%s: one person is never both', (_, first, second) => {
  const { journey } = sceneOf(second);
  const at = journey.step(second);
  const id = journey.step(first).decision?.by.id;
  if (id === undefined) throw new Error(`${first} was never signed`);
  journey.pass('PT2M');
  for (const [how, signing] of waysOf(id, journey.now)) {
    // The close of the course is never entered from paper.
    if (signing.paper !== undefined && second === 'Close the course') continue;
    expect(journey.sign(at, ONWARD[second], signing), how).toMatchObject(SAME);
  }
  expect(journey.sign(at, ONWARD[second], { signer: somebody('another') })).toMatchObject({ ok: true });
});

test.each(ITEM_PAIRS)('%s: one person never reads both, whichever comes first', (_, name, first) => {
  for (const [earlier, later] of [
    [first, `${first}-second`],
    [`${first}-second`, first],
  ] as const) {
    const walk = new Walk();
    const step = walk.to(name);
    const { journey } = walk;
    const per = name === 'Give the product' ? { container: BAG } : {};
    const record = (item: string, signing: Signing) =>
      journey.record(step, item, { ...signing, evidence: { ...valuesOf(item, journey), ...per } });
    expect(record(earlier, { signer: somebody('one') })).toMatchObject({ ok: true });
    journey.pass('PT2M');
    for (const [how, signing] of waysOf('one', journey.now)) {
      expect(record(later, signing), `${later} ${how}`).toMatchObject(SAME);
    }
    expect(record(later, { signer: somebody('another') })).toMatchObject({ ok: true });
  }
});
