import { expect, test } from 'vitest';
import { checklistLines } from '../../lambdas/sign-off/checklist-lines.ts';
import { CHAIN_OF_IDENTITY, personIn } from '../support/builders.ts';
import { value } from '../support/journey-driver.ts';
import { Walk } from '../support/walk.ts';

const STEP = 'Record apheresis';
const PAIR = ['patient-identified', 'patient-identified-second'] as const;
const evidence = { chainOfIdentity: CHAIN_OF_IDENTITY };

const linesOf = ({ journey }: Walk) => {
  const { protocol, now, events, state } = journey;
  const stored = { events, state, head: '', revision: events.length, bindings: {} };
  const step = journey.step(STEP);
  return checklistLines({ stored, step, protocol, now });
};

const recordedBy = (walk: Walk, item: string, who: string) =>
  walk.journey.record(walk.journey.step(STEP), item, { evidence, signer: personIn(['apheresis'], who) });

const atApheresis = (): Walk => {
  const walk = new Walk();
  walk.to(STEP);
  return walk;
};

test.each([
  [PAIR[0], PAIR[1], 'secondTo'],
  [PAIR[1], PAIR[0], 'secondBy'],
] as const)('when %s was signed first, the line of %s says by whom', (first, other, field) => {
  const walk = atApheresis();
  value(recordedBy(walk, first, 'one'));
  const line = linesOf(walk).find(({ item }) => item === other);
  const said = field === 'secondTo' ? { secondTo: { by: 'apheresis-one' } } : { secondBy: 'apheresis-one' };
  expect(line).toMatchObject({ records: [], ...said });
});

test('a pair that one person signed before that was refused is open for the second person, who signs it anew', () => {
  const walk = atApheresis();
  value(recordedBy(walk, PAIR[0], 'one'));
  const { journey } = walk;
  const { phase, round, checklist } = journey.step(STEP);
  const by = checklist[PAIR[0]]?.by;
  if (by === undefined) throw new Error(`${PAIR[0]}: expected an entry just written`);
  const signed = { contentHash: 'a'.repeat(64), meaning: 'I compared it.', assurance: 'pin' } as const;
  const leftover = { phase, round, step: STEP, item: PAIR[1], values: evidence, ...signed } as const;
  journey.change((scribe) => {
    scribe.write('checklist.recorded', leftover, by);
    return { ok: true, value: { value: undefined } };
  });
  expect(linesOf(walk).find(({ item }) => item === PAIR[1])).toMatchObject({ records: [], secondTo: { by: by.id } });
  expect(recordedBy(walk, PAIR[1], 'one')).toMatchObject({ refusal: { detail: { problem: 'same-person' } } });
  value(recordedBy(walk, PAIR[1], 'two'));
  expect(journey.step(STEP).checklist[PAIR[1]]?.by.id).toBe('apheresis-two');
  expect(recordedBy(walk, PAIR[1], 'three')).toMatchObject({ refusal: { detail: { problem: 'item-recorded' } } });
  expect(journey.sign(journey.step(STEP), 'collected').ok).toBe(true);
  expect(journey.state.anomalies).toEqual([]);
});
