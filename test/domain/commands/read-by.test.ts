import { expect, test } from 'vitest';
import { dossierOf } from '../../../lambdas/domain/audit/dossier.ts';
import { verifyDossier } from '../../../lambdas/domain/audit/verify-dossier.ts';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { DOCUMENTS, documentsOf } from '../../../lambdas/domain/steps/documents.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { timelineOf } from '../../../lambdas/domain/worklist/timeline.ts';
import { SITE } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

const walkTo = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};
const correct = ({ journey }: Walk, step: StepName, path: string, to: unknown) =>
  journey.command('correct', { seq: journey.step(step).decision?.seq, evidence: { path, to } });
const last = ({ journey }: Walk) => {
  const event = journey.events.findLast(({ type }) => type === 'time.corrected');
  if (event?.type !== 'time.corrected') throw new Error('expected a correction');
  return event.data;
};
const day = (of: unknown, by: string): string => plus(`${String(of)}T12:00:00.000Z`, by, 'UTC').slice(0, 10);
/** `gate at step: was > is` */
const gates = (walk: Walk): readonly string[] =>
  (last(walk).readBy?.gates ?? []).map(({ gate, step, was, is }) => `${gate} at ${step}: ${was} > ${is}`);

test('a correction names every gate that read the value, and whether its verdict changed', () => {
  const walk = walkTo('Monitor the patient');
  const { expiresOn } = walk.journey.step('Check certificate').decision?.evidence ?? {};
  expect(correct(walk, 'Check certificate', 'expiresOn', day(expiresOn, '-P1D')).ok).toBe(true);
  expect(gates(walk)).toEqual([
    'not-expired at Accept receipt: open > open',
    'inspection-clean at Accept receipt: open > closed',
    'not-expired at Prescribe the product: open > open',
    'not-expired at Verify the prescription: open > open',
    'not-expired at Give GO for conditioning: open > open',
    'not-expired at Start conditioning: open > open',
    'not-expired at Give GO for thaw: open > open',
    'not-expired at Confirm GO for thaw: open > open',
    'expiry-certified at Give the product: open > closed',
    'not-expired at Give the product: open > open',
  ]);
  const { journey } = walk;
  expect(fold(journey.events)).toEqual(journey.state);
});

test('a corrected time names the gates and clocks that start from it, and no others', () => {
  const walk = walkTo('Give GO for thaw');
  const { seq, occurredAt } = walk.journey.step('Complete conditioning').decision ?? {};
  const at = plus(occurredAt?.at ?? '', '-PT1H', 'UTC');
  walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'stated' } });
  expect(last(walk).readBy).toEqual({ gates: [], clocks: [], documents: [] });
  const { endedAt } = walk.journey.step('Complete conditioning').decision?.evidence ?? {};
  expect(correct(walk, 'Complete conditioning', 'endedAt', plus(String(endedAt), '-PT1M', 'UTC')).ok).toBe(true);
  expect(last(walk).readBy?.clocks.map(({ clock }) => clock)).toEqual([
    'window after conditioning opens',
    'window after conditioning ends',
  ]);
  // Both GOs are asked again of what is open now: nothing is signed by them yet.
  expect(gates(walk)).toContain('in-conditioning-window at Give GO for thaw: open > open');
});

test('a clock that read the value and stands is named with the same instant twice', () => {
  const walk = walkTo('Give GO for thaw');
  const { expiresOn } = walk.journey.step('Check certificate').decision?.evidence ?? {};
  expect(correct(walk, 'Check certificate', 'expiresOn', day(expiresOn, '-P1D')).ok).toBe(true);
  const { changes, readBy } = last(walk);
  const stands = readBy?.clocks.filter(({ from, to }) => from === to) ?? [];
  expect(changes.every(({ clock }) => stands.every((one) => one.clock !== clock))).toBe(true);
  expect(readBy?.clocks).toEqual(expect.arrayContaining(changes));
});

test('documents that were made from the record are named, those made before it or from others are not', () => {
  const walk = walkTo('End the proximity period');
  const weighed = walk.journey.step('Prescribe the product').decision?.evidence.weightKg;
  expect(correct(walk, 'Prescribe the product', 'weightKg', Number(weighed) + 1).ok).toBe(true);
  expect(last(walk).readBy?.documents.map(({ document }) => document)).toEqual(['prescription', 'discharge-letter']);
});

test('every document is made at a step by one of its decisions, from steps of the pathway before it', () => {
  for (const [name, made] of Object.entries(documentsOf)) {
    const { decisions } = steps[name as StepName];
    expect(Object.keys(decisions), name).toEqual(expect.arrayContaining([...made.by]));
    for (const from of made.from)
      expect(STEPS.indexOf(from), `${name} from ${from}`).toBeLessThan(STEPS.indexOf(name as StepName));
  }
  expect(
    Object.values(documentsOf)
      .map(({ document }) => document)
      .toSorted(),
  ).toEqual([...DOCUMENTS].toSorted());
});

test('the timeline and the dossier say what reopened and what stands corrected since', () => {
  const walk = walkTo('Monitor the patient');
  const { expiresOn } = walk.journey.step('Check certificate').decision?.evidence ?? {};
  expect(correct(walk, 'Check certificate', 'expiresOn', day(expiresOn, '-P1D')).ok).toBe(true);
  const { state, events, protocol, now } = walk.journey;
  const { happened } = timelineOf(state, events, protocol);
  const decided = happened.filter((one) => one.what === 'decided' && one.correctedSince !== undefined);
  expect(decided.map((one) => (one.what === 'decided' ? [one.step, one.correctedSince] : []))).toContainEqual([
    'Give GO for thaw',
    ['Check certificate'],
  ]);
  expect(happened.find(({ what }) => what === 'corrected')).toMatchObject({
    read: { gatesChanged: [{ gate: 'inspection-clean' }, { gate: 'expiry-certified' }], documents: ['prescription'] },
  });
  const dossier = JSON.parse(JSON.stringify(dossierOf(state.id, events, protocol, now)));
  expect(dossier.corrections.lines).toMatchObject([
    {
      ...{ step: 'Check certificate', path: 'expiresOn', from: expiresOn, to: day(expiresOn, '-P1D'), waits: false },
      gatesReopened: [{ gate: 'inspection-clean', step: 'Accept receipt' }, { gate: 'expiry-certified' }],
      clocksMoved: ['product expires'],
    },
  ]);
  const kinds = (given: unknown) =>
    verifyDossier(given, { release: { version: '0', commit: '0' } }).findings.map(({ kind }) => kind);
  expect(kinds(dossier)).toEqual([]);
  dossier.corrections.lines[0].to = expiresOn;
  expect(kinds(dossier)).toEqual(['corrections']);
});
