import { describe, expect, it, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import { TASKS, type Task, taskOf } from '../../../lambdas/domain/competence/tasks.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, correctAt } from '../../support/bedside.ts';
import { ONWARD, personIn } from '../../support/builders.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const assessed = (task: Task, validUntil: string): StaffCompetence => ({
  [task]: [{ training: 'SOP-7 version 2', assessedOn: '2020-01-06', validUntil, since: '2020-01-06T12:00:00.000Z' }],
});
const lapsed = (task: Task) => assessed(task, '2021-01-05');
const inForce = (task: Task) => assessed(task, '2099-01-05');

const checked = STEPS.filter((step) => taskOf(step) !== undefined);
const closed = {
  ok: false,
  refusal: { code: 'forbidden', detail: { gates: [{ gate: 'competent', status: 'closed' }] } },
};
const kinds = ({ journey }: Walk) => journey.state.deviations.map(({ kind }) => kind);

/** Every decision of every step that asks for a task, each on a journey of its own. */
const decisions = checked.flatMap((step) =>
  Object.entries(steps[step].decisions).map(([decision, { kind }]) => [step, decision, kind] as const),
);

test('these steps ask for competence', () => {
  expect(checked).toEqual([
    'Check the order',
    'Record apheresis',
    'Inspect the delivery',
    'Accept receipt',
    'Verify the prescription',
    'Monitor the patient',
  ]);
});

describe('whose assessment lapsed', () => {
  const authorised = decisions.filter(([, , kind]) => kind === 'authorise');

  it.each(authorised)('does not authorise: %s, %s', (step, decision) => {
    const { journey } = sceneOf(step);
    const signer = personIn([steps[step].role], 'z');
    const task = taskOf(step);
    if (task === undefined) throw new Error(step);
    const at = journey.step(step);
    const before = journey.events.length;
    expect(journey.sign(at, decision, { signer: { ...signer, competence: lapsed(task) } })).toMatchObject(closed);
    expect(journey.events).toHaveLength(before);
  });

  it.each(authorised.filter(([step, decision]) => decision === ONWARD[step]))(
    'lets others authorise: %s, %s',
    (step, decision) => {
      const { journey } = sceneOf(step);
      const task = taskOf(step);
      if (task === undefined) throw new Error(step);
      const signer = { ...personIn([steps[step].role], 'z'), competence: inForce(task) };
      expect(journey.sign(journey.step(step), decision, { signer })).toMatchObject({ ok: true });
      const event = journey.events.find(
        ({ type, data }) => type === 'step.decided' && 'step' in data && data.step === step,
      );
      expect(event?.data).toMatchObject({
        competence: { task, training: 'SOP-7 version 2', validUntil: '2099-01-05' },
      });
    },
  );

  it('can still say that something stops', () => {
    const stops = decisions.filter(([, , kind]) => kind === 'stop');
    for (const [step, decision] of stops) {
      const { journey } = sceneOf(step);
      const competence = lapsed(taskOf(step) ?? 'thaw');
      const outcome = journey.sign(journey.step(step), decision, {
        signer: { ...personIn([steps[step].role], 'z'), competence },
      });
      expect({ step, decision, gates: outcome.ok ? [] : outcome.refusal.detail?.gates }).toEqual({
        step,
        decision,
        gates: outcome.ok ? [] : undefined,
      });
    }
  });

  it('has what they did at the bedside recorded, and it is a critical deviation', () => {
    const walk = new Walk();
    walk.to('Give the product');
    const signer = { ...personIn(['cell-lab'], 'one'), competence: lapsed('thaw') };
    expect(atBedside(walk, 'identity-checked-before-thaw', { signer }).ok).toBe(true);
    expect(kinds(walk)).toEqual(['against-competent']);
    const other = { ...personIn(['cell-lab'], 'two'), competence: inForce('thaw') };
    expect(atBedside(walk, 'identity-checked-before-thaw-second', { signer: other }).ok).toBe(true);
    expect(kinds(walk)).toEqual(['against-competent']);
  });
});

describe('of whom nothing is recorded', () => {
  const sign = (step: StepName, competenceRequired: Task[]) => {
    const walk = new Walk({ policy: { ...STRICTEST_POLICY, competenceRequired } });
    return walk.journey.sign(walk.to(step), ONWARD[step], { signer: personIn([steps[step].role], 'z') });
  };

  it('is not judged where the site does not require it', () => {
    expect(
      sign(
        'Check the order',
        TASKS.filter((task) => task !== 'order-verification'),
      ),
    ).toMatchObject({ ok: true });
  });

  it('authorises nothing where it does', () => {
    expect(sign('Check the order', ['order-verification'])).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'competent', status: 'unknown' }] } },
    });
  });
});

test('a time corrected to after the assessment had lapsed is found by what the signature rests on', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const { now } = walk.journey;
  const occurredAt = plus(now, '-P1D', 'UTC');
  const competence = assessed('thaw', occurredAt.slice(0, 10));
  const signer = { ...personIn(['cell-lab'], 'one'), competence };
  expect(atBedside(walk, 'thaw-ended', { signer, occurredAt }).ok).toBe(true);
  expect(kinds(walk)).not.toContain('against-competent');
  correctAt(walk, 'thaw-ended', now);
  expect(kinds(walk)).toContain('against-competent');
});

test('who did it on paper is judged by that day; whoever enters it is not', () => {
  const walk = new Walk();
  const step = walk.to('Check the order');
  const { now } = walk.journey;
  const pharmacist = personIn(['pharmacist'], 'p');
  const entering = { ...personIn(['pharmacist'], 'e'), competence: lapsed('order-verification') };
  const until = (validUntil: string) =>
    walk.journey.sign(step, 'checked', {
      signer: entering,
      occurredAt: now,
      paper: { performer: { ...pharmacist, competence: assessed('order-verification', validUntil) } },
    });
  expect(until('2021-01-05')).toMatchObject(closed);
  expect(until(now.slice(0, 10))).toMatchObject({ ok: true });
});
