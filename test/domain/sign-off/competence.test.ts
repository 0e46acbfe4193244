import { describe, expect, it, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import { TASKS, type Task, taskOf } from '../../../lambdas/domain/competence/tasks.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { RECORD, REPORT } from '../../../lambdas/domain/sign-off/submission.ts';
import { asksTraining } from '../../../lambdas/domain/sign-off/training-asked.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, correctAt } from '../../support/bedside.ts';
import { ONWARD, personIn } from '../../support/builders.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';
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

describe('trained in a version that a major revision took the place of', () => {
  const [trained] = assessed('order-verification', '2099-01-05')['order-verification'] ?? [];
  if (trained === undefined) throw new Error('expected an assessment');
  const procedure = { id: 'SOP-12', version: '4' };
  const signer = (read: string | undefined) => ({
    ...personIn(['pharmacist'], 'z'),
    competence: {
      'order-verification': [
        { ...trained, procedure, ...(read === undefined ? {} : { read: [{ version: read, on: '2020-02-03' }] }) },
      ],
    },
  });
  const checking = () => {
    const { journey } = sceneOf('Check the order');
    const versions = ['4', '5'].map((version) =>
      standingEntry({
        ...{ register: 'documents', id: `SOP-12/${version}` },
        ...documents.standing(
          aDocument({
            ...{ version, status: version === '4' ? 'superseded' : 'effective', revision: 'major', serves: [] },
            ...{ effectiveFrom: version === '4' ? '2019-01-07' : '2020-02-03', reviewDue: '2099-01-05' },
          }),
        ),
      }),
    );
    journey.readiness = aReadinessOf(...versions);
    return journey;
  };

  it('does not authorise', () => {
    const journey = checking();
    const outcome = journey.sign(journey.step('Check the order'), 'checked', { signer: signer(undefined) });
    expect(outcome).toMatchObject(closed);
  });

  it('does once the new version was read, and the signature names it beside the state of the registers', () => {
    const journey = checking();
    expect(journey.sign(journey.step('Check the order'), 'checked', { signer: signer('5') })).toMatchObject({
      ok: true,
    });
    const event = journey.events.find(
      ({ data }) => 'step' in data && data.step === 'Check the order' && 'meaning' in data,
    );
    expect(event?.data).toMatchObject({
      competence: { procedure: { id: 'SOP-12', version: '5' } },
      readiness: { version: journey.readiness?.version },
    });
  });

  it('asks for the registers only of whoever was trained by a procedure, in what they sign', () => {
    const decided = { decision: 'checked', evidence: {} };
    expect(asksTraining('Check the order', decided, signer(undefined))).toBe(true);
    expect(asksTraining('Place the order', decided, signer(undefined))).toBe(false);
    expect(asksTraining('Check the order', decided, { competence: inForce('order-verification') })).toBe(false);
    expect(asksTraining('Check the order', decided, undefined)).toBe(false);
    const exempting = { decision: REPORT, evidence: { report: 'emergency-continuation' } };
    expect(asksTraining('Check the order', exempting, signer(undefined))).toBe(true);
    const { competence } = signer(undefined);
    const thaws = { competence: { thaw: competence['order-verification'] } };
    expect(asksTraining('Give the product', { decision: RECORD, evidence: { item: 'thaw-ended' } }, thaws)).toBe(true);
    expect(asksTraining('Give the product', { decision: RECORD, evidence: { item: 'identity-checked' } }, thaws)).toBe(
      false,
    );
  });
});
