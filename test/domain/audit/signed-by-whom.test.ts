import { expect, test } from 'vitest';
import { GENESIS, seal } from '../../../lambdas/domain/audit/chain.ts';
import { dossierOf } from '../../../lambdas/domain/audit/dossier.ts';
import { leftOpen } from '../../../lambdas/domain/audit/left-open.ts';
import { checkSigners } from '../../../lambdas/domain/audit/signed-by-whom.ts';
import { verifyDossier } from '../../../lambdas/domain/audit/verify-dossier.ts';
import type { Actor } from '../../../lambdas/domain/events/envelope.ts';
import type { JourneyEvent } from '../../../lambdas/domain/events/journey-event.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, entryAt } from '../../support/bedside.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { JOURNEY_ID, value } from '../../support/journey-driver.ts';
import { LAPSED_THAWER, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const RELEASE = { version: '0.1.0', commit: 'test' };
const walk = new Walk();
walk.to('Monitor the patient');
const { events: LOG, protocol, now } = walk.journey;

/** The log of somebody who changed what one event says and sealed the whole chain anew. */
function forged(seq: number, change: (event: JourneyEvent) => object, log = LOG): readonly JourneyEvent[] {
  let prev = GENESIS;
  return log.map((event) => {
    const {
      hash: _hash,
      prev: _prev,
      ...changed
    } = (event.seq === seq ? { ...event, ...change(event) } : event) as JourneyEvent;
    const sealed = seal(changed, prev) as JourneyEvent;
    prev = sealed.hash;
    return sealed;
  });
}

const seqOf = (step: StepName): number => walk.journey.step(step).decision?.seq ?? 0;
const byOf = (step: StepName): Actor => walk.journey.step(step).decision?.by ?? { kind: 'system', id: 'none' };
const findings = (events: readonly JourneyEvent[]) =>
  checkSigners(events, RELEASE).findings.map(({ kind, seq }) => [kind, seq]);
const verdictOf = (events: readonly JourneyEvent[]) =>
  verifyDossier(JSON.parse(JSON.stringify(dossierOf(JOURNEY_ID, events, protocol, now))), { release: RELEASE });

test('a genuine log was signed by who might, and by two where two are asked', () => {
  expect(checkSigners(LOG, RELEASE)).toEqual({ findings: [], notes: [] });
});

test('one person who gave and confirmed the GO is found, whatever else fits', () => {
  const seq = seqOf('Confirm GO for thaw');
  const { id } = byOf('Give GO for thaw');
  const one = forged(seq, ({ by }) => ({ by: { ...by, id } }));
  expect(findings(one)).toEqual([['four-eyes', seq]]);
  expect(verdictOf(one)).toMatchObject({ verified: false });
  expect(verdictOf(one).findings).toContainEqual({
    kind: 'four-eyes',
    seq,
    message: 'Confirm GO for thaw: Second person: got the one who signed Give GO for thaw, expected another person.',
  });
  const inPlace = forged(seq, ({ by }) => ({ by: { ...by, onBehalfOf: id } }));
  expect(findings(inPlace)).toEqual([['four-eyes', seq]]);
});

test('one person who recorded both of a pair of items is found', () => {
  const { seq } = entryAt(walk, 'identity-checked-second');
  const { id } = entryAt(walk, 'identity-checked').by;
  expect(findings(forged(seq, ({ by }) => ({ by: { ...by, id } })))).toEqual([['four-eyes', seq]]);
});

test.each<[string, StepName, object]>([
  ['a role that was not asked', 'Give GO for thaw', { kind: 'person', id: 'x', role: 'coordinator' }],
  ['no person', 'Give GO for thaw', { kind: 'system', id: 'pathway' }],
  ['an operator', 'Confirm consent', { kind: 'operator', id: 'operator-1' }],
])('%s is found', (_, step, by) => {
  expect(findings(forged(seqOf(step), () => ({ by })))).toEqual([['signer', seqOf(step)]]);
});

test.each([
  ['coordinator', 'signer'],
  [steps['Confirm GO for thaw'].role, 'four-eyes'],
])('whom the paper names, as %s, is asked like who enters it: %s', (role, kind) => {
  const seq = seqOf('Confirm GO for thaw');
  const paper = { doneBy: { id: byOf('Give GO for thaw').id, role }, reference: 'folder 7' };
  expect(findings(forged(seq, ({ data }) => ({ data: { ...data, paper } })))).toEqual([[kind, seq]]);
});

test('no chair of the board is found', () => {
  const [opened] = LOG;
  if (opened?.type !== 'journey.opened') throw new Error('expected journey.opened');
  const board = { members: ['a', 'b', 'c'], chairs: ['c'], quorum: 2 };
  const site = { ...opened.data.site, policy: { ...STRICTEST_POLICY, board } };
  const seq = seqOf('Confirm eligibility');
  expect(findings(forged(1, ({ data }) => ({ data: { ...data, site } })))).toEqual([['signer', seq]]);
});

test('what another release wrote is a note: it may have asked other people', () => {
  const seq = seqOf('Confirm GO for thaw');
  const { id } = byOf('Give GO for thaw');
  const release = { version: '0.0.9', commit: 'abcdef0' };
  const { findings: found, notes } = checkSigners(
    forged(seq, ({ by }) => ({ by: { ...by, id }, release })),
    RELEASE,
  );
  expect(found).toEqual([]);
  expect(notes).toEqual([expect.stringContaining(`at seq ${seq}.`)]);
});

test('corrections nobody signed again or somebody disputed, and paper nobody compared, are notes; what is not checked too', () => {
  const other = new Walk();
  const { journey } = other;
  other.to('Confirm funding');
  const occurredAt = journey.now;
  journey.pass('PT1H');
  const paper = { performer: personIn(['pharmacist']) };
  other.decide('Confirm funding', undefined, { signer: personIn(['pharmacist'], 'c'), occurredAt, paper });
  const correct = (by: string): number => {
    const { seq, occurredAt: when } = journey.step('Confirm funding').decision ?? {};
    other.command('correct', {
      seq,
      occurredAt: { at: plus(when?.at ?? '', by, 'UTC'), zone: SITE.zone, known: 'stated' },
    });
    return journey.events.findLast(({ type }) => type === 'time.corrected')?.seq ?? 0;
  };
  const notes = () => verdictOf(journey.events).notes;
  const entered = journey.step('Confirm funding').decision?.seq;
  const first = correct('-PT1H');
  expect(notes()).toEqual([
    `Corrected, and not signed again: seq ${first}.`,
    `Entered from paper, and compared with it by no second person: seq ${entered}.`,
    expect.stringMatching(/^Events cut off/),
    expect.stringMatching(/^Not checked: /),
  ]);
  value(journey.sign(journey.step('Sign the correction'), 'disputed'));
  value(journey.sign(journey.step('Compare with the paper record'), 'differs'));
  other.machines.deliver();
  expect(notes().slice(0, 2)).toEqual([
    `Corrected, and disputed by who was asked to sign it again: seq ${first}.`,
    `Entered from paper, and found to differ from it: seq ${entered}.`,
  ]);
  correct('-PT2H');
  value(journey.sign(journey.step('Sign the correction'), 'signed'));
  expect(notes()[0]).toMatch(/^Entered from paper, and found to differ/);
  expect(verdictOf(journey.events)).toMatchObject({ verified: true, findings: [] });
});

test('what says that it went by an exemption which nobody signed, or its own signer did, is found', () => {
  const continued = sceneOf('Review the emergency continuation');
  value(atBedside(continued, 'thaw-ended', { signer: LAPSED_THAWER }));
  const log = continued.journey.events;
  const thawed = log.findLast(({ type }) => type === 'checklist.recorded')?.seq ?? 0;
  expect(findings(log)).toEqual([]);
  expect(leftOpen(continued.journey.state)).toContainEqual(expect.stringContaining('reviewed by nobody'));
  const strange = forged(
    thawed,
    ({ data }) => ({ data: { ...data, exemptions: [{ gate: 'competent', of: [7] }] } }),
    log,
  );
  expect(findings(strange)).toEqual([['signer', thawed]]);
  const own = forged(thawed, ({ by }) => ({ by: { ...by, id: 'pharmacist-a' } }), log);
  expect(findings(own)).toEqual([['signer', thawed]]);
});
