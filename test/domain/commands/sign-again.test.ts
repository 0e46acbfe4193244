import { expect, test } from 'vitest';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { correctionsOf } from '../../../lambdas/domain/journey/corrected.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { unsignedCorrections } from '../../../lambdas/domain/journey/facts-of-correction.ts';
import { roleOf } from '../../../lambdas/domain/journey/role-of.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { openSteps, type StepState } from '../../../lambdas/domain/journey/state.ts';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { isAsked } from '../../../lambdas/domain/worklist/reader.ts';
import { timelineOf } from '../../../lambdas/domain/worklist/timeline.ts';
import { atBedside, correctAt, entryAt } from '../../support/bedside.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const signAgain = (walk: Walk): StepState => {
  const found = openSteps(walk.journey.state).find(({ step }) => step === 'Sign the correction');
  if (found === undefined) throw new Error('expected a step Sign the correction');
  return found;
};

/** A journey where the time of this step was corrected by an hour. */
function corrected(step: StepName, at: StepName): Walk {
  const walk = new Walk();
  walk.to(at);
  const { seq, occurredAt } = walk.journey.step(step).decision ?? {};
  const earlier = plus(occurredAt?.at ?? '', '-PT1H', 'UTC');
  walk.command('correct', { seq, occurredAt: { at: earlier, zone: SITE.zone, known: 'stated' } });
  return walk;
}

test('what was corrected stands unsigned, wherever the journey is read, until who may sign the step signs it again', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  const again = signAgain(walk);
  const other = journey.step('Check donor tests');
  const told = () =>
    factsOf(journey.state, other, journey.protocol).filter(({ label }) => label === 'unsignedCorrections');
  const happened = () => timelineOf(journey.state, journey.events, journey.protocol).happened;
  expect(told()).toEqual([{ label: 'unsignedCorrections', value: 'Confirm consent' }]);
  expect(happened()).toContainEqual(expect.objectContaining({ what: 'corrected', signedAgain: false }));
  expect(journey.sign(again, 'signed', { signer: personIn(['qa']) })).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden', detail: { problem: 'other-role', role: 'physician' } },
  });
  value(journey.sign(again, 'signed', { signer: personIn(['physician']) }));
  expect(unsignedCorrections(journey.state)).toEqual([]);
  expect(told()).toEqual([]);
  expect(happened()).toContainEqual(expect.objectContaining({ what: 'corrected', signedAgain: true }));
});

test('who signs it again is shown the old value, the new one, who corrected it, when and why', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  const { decision } = journey.step('Confirm consent');
  const facts = Object.fromEntries(
    factsOf(journey.state, signAgain(walk), journey.protocol).map(({ label, value: shown }) => [label, shown]),
  );
  expect(facts).toMatchObject({
    correctedStep: 'Confirm consent',
    correctedWhat: 'consented',
    correctedFrom: decision?.occurredAt.at,
    correctedTo: plus(decision?.occurredAt.at ?? '', '-PT1H', 'UTC'),
    correctedBy: 'operator-1',
    correctedAt: journey.now,
    correctedBecause: 'because it must be',
  });
});

test('it is asked of the role of the corrected step: by mail, on its worklist and on no other', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  const line = summaryOf(journey.state, journey.protocol, {}, journey.now).open?.find(
    ({ step }) => step === 'Sign the correction',
  );
  if (line === undefined) throw new Error('expected a line');
  expect(isAsked({ ...personIn(['physician']), active: true }, journey.state.id, line)).toBe(true);
  expect(isAsked({ ...personIn(['qa']), active: true }, journey.state.id, line)).toBe(false);
  const asked = journey.events.flatMap(({ type, data }) =>
    type === 'rung.reached' && data.step === 'Sign the correction' ? [data] : [],
  );
  expect(asked).toMatchObject([{ rung: 'asked', to: ['physician'] }]);
});

test('a correction that is disputed stays unsigned and is a critical deviation', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  value(walk.journey.sign(signAgain(walk), 'disputed', { signer: personIn(['physician']) }));
  expect(unsignedCorrections(walk.journey.state)).toEqual(['Confirm consent']);
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'correction-disputed', class: 'critical' }]);
});

/** Corrects once more when the step happened. */
function correctAgain(walk: Walk, step: StepName, by: string): string {
  const { seq, occurredAt } = walk.journey.step(step).decision ?? {};
  const at = plus(occurredAt?.at ?? '', by, 'UTC');
  walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'stated' } });
  return at;
}
const rounds = ({ journey }: Walk) =>
  journey.state.phases.flatMap(({ phase, outcome }) => (phase === 'Correction' ? [outcome ?? 'open'] : []));
const asked = ({ journey }: Walk) => openSteps(journey.state).filter(({ step }) => step === 'Sign the correction');

test('of two corrections of one value only the newest is signed, against what was signed first; with it the earlier is', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  const to = correctAgain(walk, 'Confirm consent', '-PT2H');
  expect(rounds(walk)).toEqual(['superseded', 'open']);
  expect(asked(walk)).toMatchObject([{ round: 2 }]);
  const facts = Object.fromEntries(
    factsOf(journey.state, signAgain(walk), journey.protocol).map(({ label, value: shown }) => [label, shown]),
  );
  const correctedFrom = journey.step('Confirm consent').decision?.occurredAt.at;
  expect(facts).toMatchObject({ correctedFrom, correctedTo: to });
  expect(unsignedCorrections(journey.state)).toEqual(['Confirm consent']);
  value(journey.sign(signAgain(walk), 'signed', { signer: personIn(['physician']) }));
  expect(unsignedCorrections(journey.state)).toEqual([]);
  expect(fold(journey.events)).toEqual(journey.state);
});

test('what was disputed and corrected once more is signed as it is now; nothing false has to be', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  value(walk.journey.sign(signAgain(walk), 'disputed', { signer: personIn(['physician']) }));
  walk.machines.deliver();
  correctAgain(walk, 'Confirm consent', '-PT2H');
  value(walk.journey.sign(signAgain(walk), 'signed', { signer: personIn(['physician']) }));
  expect(unsignedCorrections(walk.journey.state)).toEqual([]);
});

test('a correction that was signed stays signed when the value is corrected once more: that is signed against it', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  const first = correctionsOf(journey.state, journey.step('Confirm consent'))[0]?.to;
  value(journey.sign(signAgain(walk), 'signed', { signer: personIn(['physician']) }));
  walk.machines.deliver();
  correctAgain(walk, 'Confirm consent', '-PT2H');
  expect(rounds(walk)).toEqual(['settled', 'open']);
  const states = correctionsOf(journey.state, journey.step('Confirm consent')).map(({ signedAgain }) => signedAgain);
  expect(states).toEqual([true, false]);
  expect(factsOf(journey.state, signAgain(walk), journey.protocol)).toContainEqual({
    label: 'correctedFrom',
    value: first,
  });
});

test('a correction of another value, or of another event, supersedes none', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  correctAgain(walk, 'Confirm eligibility', '-PT1M');
  const { seq } = walk.journey.step('Confirm eligibility').decision ?? {};
  walk.command('correct', { seq, evidence: { path: 'decisionReference', to: 'MDT of another day' } });
  expect(rounds(walk)).toEqual(['open', 'open', 'open']);
});

test('a course is not closed while something in it was corrected and not signed again', () => {
  const walk = corrected('Confirm consent', 'Check donor tests');
  const { journey } = walk;
  walk.command('cancel');
  const open = () => openSteps(journey.state).map(({ step }) => step);
  for (const step of ['Stand everything down', 'Account for every container'] as const) {
    if (open().includes(step)) walk.decide(step);
  }
  expect(open()).toContain('Sign the correction');
  const closing = journey.step('Close the course');
  expect(journey.sign(closing, 'closed')).toMatchObject({
    refusal: { detail: { problem: 'correction-open' } },
  });
  value(journey.sign(signAgain(walk), 'signed', { signer: personIn(['physician']) }));
  walk.decide('Close the course');
  expect(journey.state.closed?.outcome).toBe('cancelled');
});

test('a correction that closes a gate of what goes on today is told at once to physician, pharmacist, QA and who is on call', () => {
  const walk = new Walk();
  walk.to('Give GO for thaw');
  const { journey } = walk;
  const { decision } = journey.step('Complete conditioning');
  const ended = String(decision?.evidence.endedAt);
  value(
    journey.command('correct', {
      seq: decision?.seq,
      evidence: { path: 'endedAt', to: plus(ended, '-P20D', 'UTC') },
    }),
  );
  expect(journey.state.deviations.map(({ kind }) => kind)).toContain('correction-stops-day-zero');
});

test('signing again takes what the first signature took: the level that the site asks of the corrected step', () => {
  const walk = new Walk({ policy: { ...STRICTEST_POLICY, assurance: { 'Confirm consent': 'oidc' } } });
  const { journey } = walk;
  const byOidc = { ...personIn(['physician']), assurance: 'oidc' } as const;
  walk.to('Confirm consent');
  walk.decide('Confirm consent', undefined, { signer: byOidc });
  const { decision } = journey.step('Confirm consent');
  const occurredAt = { at: plus(journey.now, '-PT1H', 'UTC'), zone: SITE.zone, known: 'stated' };
  walk.command('correct', { seq: decision?.seq, occurredAt });
  expect(journey.sign(signAgain(walk), 'signed')).toMatchObject({ refusal: { detail: { needed: 'oidc' } } });
  value(journey.sign(signAgain(walk), 'signed', { signer: byOidc }));
});

test('two who signed the same thing stay two: who signed the other half does not sign the correction of the first', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const { journey } = walk;
  const first = journey.step('Give GO for thaw');
  const second = journey.step('Confirm GO for thaw').decision?.by.id ?? '';
  const occurredAt = {
    at: plus(first.decision?.occurredAt.at ?? '', '-PT1M', 'UTC'),
    zone: SITE.zone,
    known: 'stated',
  };
  walk.command('correct', { seq: first.decision?.seq, occurredAt });
  const signer = { ...personIn([roleOf(journey.state, signAgain(walk))]), id: second };
  expect(journey.sign(signAgain(walk), 'signed', { signer })).toMatchObject({
    refusal: { detail: { problem: 'same-person' } },
  });
});

/** The product was given, and the time of this item of the first container corrected by a second. */
function correctedItem(item: string): Walk {
  const walk = new Walk();
  walk.to('Monitor the patient');
  correctAt(walk, item, plus(entryAt(walk, item).occurredAt.at, '-PT1S', 'UTC'));
  return walk;
}

test.each([
  ['identity-checked', 'identity-checked-second'],
  ['identity-checked-second', 'identity-checked'],
  ['identity-checked-before-thaw', 'identity-checked-before-thaw-second'],
])(
  'two who recorded the same label stay two: who recorded %s or its other half alone signs it again',
  (item, other) => {
    const walk = correctedItem(item);
    const { journey } = walk;
    const role = roleOf(journey.state, signAgain(walk));
    const byOther = { ...personIn([role]), id: entryAt(walk, other).by.id };
    expect(journey.sign(signAgain(walk), 'signed', { signer: byOther })).toMatchObject({
      refusal: { detail: { problem: 'same-person' } },
    });
    value(journey.sign(signAgain(walk), 'signed', { signer: { ...byOther, id: entryAt(walk, item).by.id } }));
  },
);

test('who signed the correction of one half does not sign that of the other', () => {
  const walk = correctedItem('identity-checked');
  const signer = { ...personIn([roleOf(walk.journey.state, signAgain(walk))]), id: 'a-third' };
  value(walk.journey.sign(signAgain(walk), 'signed', { signer }));
  correctAt(walk, 'identity-checked-second', entryAt(walk, 'identity-checked').occurredAt.at);
  expect(walk.journey.sign(signAgain(walk), 'signed', { signer })).toMatchObject({
    refusal: { detail: { problem: 'same-person' } },
  });
});

test('who signed what was corrected of the first part is no second person to it', () => {
  const walk = corrected('Inspect the delivery', 'Accept receipt');
  const { journey } = walk;
  const both = personIn(['cell-lab', 'pharmacist'], 'both');
  value(journey.sign(signAgain(walk), 'signed', { signer: both }));
  expect(journey.sign(journey.step('Accept receipt'), 'accepted', { signer: both })).toMatchObject({
    refusal: { detail: { problem: 'same-person' } },
  });
});

test.each(['nurse', 'physician'] as const)('who recorded an item as %s signs its correction', (role) => {
  const walk = new Walk();
  walk.to('Give the product');
  const signer = personIn([role], 'itself');
  value(atBedside(walk, 'premedication-given', { signer, occurredAt: walk.journey.now }));
  const entry = walk.journey.step('Give the product').checklist['premedication-given'];
  const at = plus(walk.journey.now, '-PT1M', 'UTC');
  walk.command('correct', { seq: entry?.seq, occurredAt: { at, zone: SITE.zone, known: 'stated' } });
  expect(roleOf(walk.journey.state, signAgain(walk))).toBe(role);
  value(walk.journey.sign(signAgain(walk), 'signed', { signer }));
});

test('the correction of an item is asked of the role that records the item', () => {
  const walk = new Walk();
  walk.to('Monitor the patient');
  const { journey } = walk;
  const { checklist } = steps['Give the product'];
  const item = checklist?.items.find(({ roles }) => roles !== undefined && roles[0] !== steps['Give the product'].role);
  const [entry] = Object.entries(journey.step('Give the product').checklist).filter(
    ([key]) => key.split('#')[0] === item?.item,
  );
  const { seq, occurredAt } = entry?.[1] ?? { seq: 0, occurredAt: { at: '' } };
  const at = plus(occurredAt.at, '-PT1S', 'UTC');
  walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'stated' } });
  expect(roleOf(journey.state, signAgain(walk))).toBe(item?.roles?.[0]);
});
