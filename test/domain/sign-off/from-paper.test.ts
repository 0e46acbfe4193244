import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { ENTERED_FROM_PAPER } from '../../../lambdas/domain/steps/meanings.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { CHAIN_OF_IDENTITY, ONWARD, personIn } from '../../support/builders.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const pharmacist = personIn(['pharmacist'], 'p');
const nurse = personIn(['nurse'], 'n');
/** Holds the role of what goes on by an entry. */
const colleague = personIn(['pharmacist'], 'c');
const SHA = 'a'.repeat(64);

/** At the step `Confirm funding`, an hour after it was decided on paper. */
function later() {
  const walk = new Walk();
  const step = walk.to('Confirm funding');
  const occurredAt = walk.journey.now;
  walk.journey.pass('PT1H');
  return { walk, journey: walk.journey, step, occurredAt };
}

describe('what was signed on paper', () => {
  it('is recorded as done by who signed the paper, at its time, and as entered by who signs now', () => {
    const { journey, step, occurredAt } = later();
    const paper = { performer: pharmacist, sha256: SHA };
    expect(journey.sign(step, ONWARD['Confirm funding'], { signer: colleague, occurredAt, paper }).ok).toBe(true);
    const event = journey.events.findLast(({ type }) => type === 'step.decided');
    expect(event).toMatchObject({
      by: { kind: 'person', id: colleague.id, role: 'pharmacist' },
      occurredAt: { at: occurredAt, known: 'transcribed' },
      data: {
        meaning: ENTERED_FROM_PAPER,
        paper: { doneBy: { id: pharmacist.id, role: 'pharmacist' }, reference: 'folder 7, page 3', sha256: SHA },
      },
    });
    expect(journey.step('Confirm funding').decision).toMatchObject({
      by: { id: pharmacist.id },
      enteredBy: colleague.id,
    });
  });

  it('is the same when it is entered again', () => {
    const { journey, step, occurredAt } = later();
    const signing = { signer: colleague, occurredAt, paper: { performer: pharmacist }, shown: journey.show(step) };
    const first = journey.sign(step, ONWARD['Confirm funding'], signing);
    expect(journey.sign(step, ONWARD['Confirm funding'], signing)).toEqual(first);
    expect(journey.events.filter(({ type }) => type === 'phase.entered')).toHaveLength(2);
  });

  it.each([
    ['of somebody whose role was not asked', personIn(['nurse'], 'm'), 'forbidden', 'other-role'],
    ['of another site', { ...pharmacist, site: 'elsewhere' }, 'forbidden', 'other-site'],
    ['of nobody on the register', undefined, 'invalid', 'not-on-the-register'],
  ])('%s is not recorded', (_, performer, code, problem) => {
    const { journey, step, occurredAt } = later();
    expect(
      journey.sign(step, ONWARD['Confirm funding'], { signer: nurse, occurredAt, paper: { performer } }),
    ).toMatchObject({
      refusal: { code, detail: { problem } },
    });
  });

  it('is entered with the time that stands there, by somebody of the site', () => {
    const { journey, step, occurredAt } = later();
    const paper = { performer: pharmacist };
    expect(journey.sign(step, ONWARD['Confirm funding'], { signer: nurse, paper })).toMatchObject({
      refusal: { detail: { path: 'occurredAt', problem: 'required' } },
    });
    const stranger = { ...nurse, site: 'elsewhere' };
    expect(journey.sign(step, ONWARD['Confirm funding'], { signer: stranger, occurredAt, paper })).toMatchObject({
      refusal: { detail: { problem: 'other-site' } },
    });
  });

  it('stands under the rule of the second person by who did it, not by who enters it', () => {
    const { journey } = sceneOf('Check the order');
    const at = journey.step('Check the order');
    const first = { ...personIn([steps[at.step].role]), id: journey.step('Place the order').decision?.by.id ?? '' };
    const occurredAt = journey.now;
    journey.pass('PT1H');
    const signing = { signer: personIn([steps[at.step].role], 'c'), occurredAt };
    expect(journey.sign(at, ONWARD[at.step], { ...signing, paper: { performer: first } })).toMatchObject({
      refusal: { detail: { problem: 'same-person' } },
    });
    const other = personIn([steps[at.step].role], 'z');
    expect(journey.sign(at, ONWARD[at.step], { ...signing, paper: { performer: other } }).ok).toBe(true);
  });

  it('is entered only by who may sign it: who holds the role, and is a second person as who did it is', () => {
    const { walk, journey, step, occurredAt } = later();
    const paper = { performer: pharmacist };
    expect(journey.sign(step, ONWARD['Confirm funding'], { signer: nurse, occurredAt, paper })).toMatchObject({
      refusal: { code: 'forbidden', detail: { problem: 'other-role' } },
    });
    const order = walk.to('Place the order');
    const placed = journey.now;
    journey.pass('PT1H');
    const both = { ...personIn(['physician', 'pharmacist'], 'b') };
    const physician = personIn(['physician'], 'q');
    expect(
      journey.sign(order, ONWARD[order.step], { signer: both, occurredAt: placed, paper: { performer: physician } }),
    ).toMatchObject({ ok: true });
    walk.machines.deliver();
    const check = walk.to('Check the order');
    for (const signing of [{ signer: both }, { signer: both, occurredAt: placed, paper }]) {
      expect(journey.sign(check, ONWARD[check.step], signing)).toMatchObject({
        refusal: { detail: { problem: 'same-person' } },
      });
    }
  });

  it('passes a gate of time by the word of two people, not by that of one', () => {
    const walk = new Walk();
    const step = walk.to('Give GO for thaw');
    const occurredAt = walk.journey.now;
    walk.journey.pass('P20Y');
    const own = personIn([steps[step.step].role], 'p');
    expect(walk.journey.sign(step, 'go', { signer: own, occurredAt, paper: { performer: own } })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  });

  it('is no way for one person to be both of two', () => {
    const mismatch = sceneOf('Confirm the resolution').journey;
    const first = mismatch.step('Resolve the mismatch').decision?.by.id ?? '';
    const both = { ...personIn(['qa', 'pharmacist']), id: first };
    const confirm = mismatch.step('Confirm the resolution');
    const other = personIn([steps[confirm.step].role], 'z');
    const same = { refusal: { code: 'forbidden', detail: { problem: 'same-person' } } };
    expect(
      mismatch.sign(confirm, 'confirmed', { signer: both, occurredAt: mismatch.now, paper: { performer: other } }),
    ).toMatchObject(same);

    const walk = new Walk();
    const at = walk.to('Record apheresis');
    const one = personIn(['apheresis', 'nurse'], 'one');
    const two = personIn(['apheresis', 'nurse'], 'two');
    const evidence = { chainOfIdentity: CHAIN_OF_IDENTITY };
    const paper = { performer: two };
    const entered = { signer: one, evidence, occurredAt: walk.journey.now, paper };
    expect(walk.journey.record(at, 'patient-identified', entered).ok).toBe(true);
    expect(walk.journey.record(at, 'patient-identified-second', { signer: one, evidence })).toMatchObject(same);
  });

  it('may be an entry of a checklist or a report', () => {
    const walk = new Walk();
    const at = walk.to('Record apheresis');
    const { journey } = walk;
    const performer = personIn(['apheresis'], 'p');
    const occurredAt = journey.now;
    journey.pass('PT1H');
    const signing = { signer: personIn(['apheresis', 'physician'], 'e'), occurredAt, paper: { performer } };
    const evidence = { chainOfIdentity: CHAIN_OF_IDENTITY };
    expect(journey.record(at, 'patient-identified', { ...signing, evidence })).toMatchObject({ ok: true });
    expect(journey.step('Record apheresis').checklist['patient-identified']).toMatchObject({
      by: { id: performer.id },
      enteredBy: signing.signer.id,
    });
    const said = { diedOn: occurredAt.slice(0, 10), explanation: 'as written down' };
    expect(
      journey.report(at, 'death', { ...signing, paper: { performer: personIn(['physician'], 'q') }, evidence: said }),
    ).toMatchObject({ ok: true });
    const compared = journey.state.phases.filter(({ phase }) => phase === 'Transcription');
    expect(compared.map(({ about }) => about)).toEqual([
      journey.step('Record apheresis').checklist['patient-identified']?.seq,
      journey.state.reports.at(-1)?.seq,
    ]);
  });

  it('rests on the gates of its own time', () => {
    const walk = new Walk();
    const step = walk.to('Give GO for thaw');
    const occurredAt = walk.journey.now;
    walk.journey.pass('P20Y');
    const paper = { performer: personIn([steps[step.step].role], 'p') };
    const now = walk.journey.sign(step, 'go', { occurredAt });
    expect(now).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(
      walk.journey.sign(step, 'go', { signer: personIn([steps[step.step].role], 'c'), occurredAt, paper }).ok,
    ).toBe(true);
  });

  it('never passes a gate that is closed by what is known', () => {
    const { journey } = sceneOf('Resolve the mismatch');
    const open = journey.open.find(
      ({ step }) =>
        Object.values(steps[step].decisions).some(({ kind }) => kind === 'authorise') &&
        step !== 'Resolve the mismatch',
    );
    if (open === undefined) throw new Error('expected an open step that authorises something');
    const occurredAt = journey.now;
    journey.pass('PT1H');
    const performer = personIn([steps[open.step].role], 'p');
    expect(
      journey.sign(open, ONWARD[open.step], { signer: performer, occurredAt, paper: { performer } }),
    ).toMatchObject({
      refusal: { code: 'forbidden', detail: { gates: [{ gate: 'no-mismatch-open' }] } },
    });
  });
});

describe('the comparison with paper', () => {
  it('is another person than entered it', () => {
    const { journey } = sceneOf('Compare with the paper record');
    const at = journey.step('Compare with the paper record');
    const entered = { ...personIn(['qa']), id: colleague.id };
    expect(journey.sign(at, 'same', { signer: entered })).toMatchObject({
      refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
    });
    expect(journey.sign(at, 'same').ok).toBe(true);
  });

  it('is shown who did it, when, from which paper, and every value', () => {
    const { journey } = sceneOf('Compare with the paper record');
    const { decision } = journey.step('Confirm funding');
    const facts = factsOf(journey.state, journey.step('Compare with the paper record'), journey.protocol);
    expect(facts).toEqual(
      expect.arrayContaining([
        { label: 'paperReference', value: 'folder 7, page 3' },
        { label: 'transcribedStep', value: 'Confirm funding' },
        { label: 'transcribedWhat', value: ONWARD['Confirm funding'], of: 'Confirm funding' },
        { label: 'transcribedTime', value: decision?.occurredAt.at },
        { label: 'firstPerson', value: colleague.id },
      ]),
    );
    const values = Object.keys(decision?.evidence ?? {});
    expect(facts.filter(({ label }) => label === 'transcribedValue').map(({ of }) => of?.split('.')[0])).toEqual(
      expect.arrayContaining(values),
    );
  });

  it('keeps what it compares, also where the record itself is asked for anew', () => {
    const walk = new Walk();
    const at = walk.to('Record apheresis');
    const { journey } = walk;
    const signing = {
      signer: personIn(['apheresis'], 'e'),
      occurredAt: journey.now,
      paper: { performer: personIn(['apheresis'], 'p') },
    };
    expect(
      journey.record(at, 'patient-identified', { ...signing, evidence: { chainOfIdentity: CHAIN_OF_IDENTITY } }).ok,
    ).toBe(true);
    walk.machines.deliver();
    const { checklist: _checklist, ...without } = journey.step('Record apheresis');
    const state = { ...journey.state, steps: { ...journey.state.steps, [at.key]: { ...without, checklist: {} } } };
    const compared = journey.step('Compare with the paper record');
    expect(factsOf(state, compared, journey.protocol)).toEqual(
      expect.arrayContaining([
        { label: 'transcribedWhat', value: 'patient-identified', of: 'Record apheresis' },
        { label: 'firstPerson', value: signing.signer.id },
      ]),
    );
  });

  it('opens a critical deviation where the two differ', () => {
    const walk = sceneOf('Compare with the paper record');
    walk.decide('Compare with the paper record', 'differs');
    expect(walk.journey.state.deviations).toMatchObject([{ kind: 'transcription-differs', class: 'critical' }]);
  });

  it('outlasts the course, which is not closed before it', () => {
    const walk = sceneOf('Compare with the paper record');
    walk.command('cancel');
    expect(walk.journey.state.closed).toBeUndefined();
    // The machine goes on waiting: it was not told that the course is cancelled.
    expect(Object.keys(walk.journey.bindings)).toContain('Transcription.1.Compare with the paper record');
    walk.decide('Stand everything down');
    const closing = walk.journey.step('Close the course');
    expect(walk.journey.sign(closing, 'closed')).toMatchObject({
      refusal: { code: 'invalid', detail: { problem: 'transcription-open' } },
    });
    walk.decide('Compare with the paper record', 'same');
    walk.decide('Close the course', 'closed');
    expect(walk.journey.state.closed).toMatchObject({ outcome: 'cancelled' });
  });
});

it.each(STEPS.filter((step) => step === 'Compare with the paper record' || step === 'Close the course'))(
  '%s is never entered from paper',
  (step) => {
    const { journey } = sceneOf(step);
    const at = journey.step(step);
    const signing = { occurredAt: journey.now, paper: { performer: personIn(['qa'], 'p') } };
    expect(journey.sign(at, ONWARD[step], signing)).toMatchObject({
      refusal: { detail: { problem: 'not-from-paper' } },
    });
  },
);
