import { expect, test } from 'vitest';
import * as z from 'zod';
import { reports } from '../../../lambdas/domain/reports/index.ts';
import { yetToCome } from '../../../lambdas/domain/sign-off/yet-to-come.ts';
import { date, pastDate, pastDateTime } from '../../../lambdas/domain/steps/evidence.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';

const schema = z.strictObject({
  seenOn: pastDate,
  doneAt: pastDateTime.optional(),
  dueOn: date,
  measured: z.array(z.strictObject({ on: pastDate })).optional(),
});
// Half past midnight in Berlin: there it is the 2nd already.
const moment = { now: '2027-03-01T23:30:00.000Z', zone: 'Europe/Berlin' };
const found = (evidence: Readonly<Record<string, unknown>>) => yetToCome(schema, evidence, moment);

test('what is said to have been has come: by the day of the site, and to the millisecond', () => {
  expect(found({ seenOn: '2027-03-02', doneAt: moment.now, dueOn: '2030-01-01' })).toEqual([]);
  expect(found({ seenOn: '2027-03-03', doneAt: '2027-03-01T23:30:00.001Z', dueOn: '2027-01-01' })).toEqual([
    'seenOn',
    'doneAt',
  ]);
  const measured = [{ on: '2027-03-01' }, { on: '2027-04-01' }];
  expect(found({ seenOn: '2027-03-01', dueOn: '2027-03-01', measured })).toEqual(['measured.1.on']);
});

test('whatever field of any decision, checklist or report says that it has come is reached', () => {
  const asked = [
    ...Object.values(steps).flatMap(({ decisions, checklist }) => [
      ...Object.values(decisions).map(({ evidence }) => evidence),
      ...(checklist?.items ?? []).map(({ values }) => values),
    ]),
    ...Object.values(reports).map(({ values }) => values),
  ];
  /** A value of everything that may be given, of the last year that is read. */
  const filled = (one: z.ZodType): unknown => {
    if (one instanceof z.ZodOptional) return filled(one.unwrap() as z.ZodType);
    if (one instanceof z.ZodArray) return [filled(one.element as z.ZodType)];
    if (!(one instanceof z.ZodObject)) return one.meta()?.tense === 'past' ? '2199-12-30' : 'any';
    return Object.fromEntries(Object.entries(one.shape).map(([name, field]) => [name, filled(field as z.ZodType)]));
  };
  let reached = 0;
  for (const make of asked) {
    const one = make();
    const marked = JSON.stringify(z.toJSONSchema(one, { io: 'input', unrepresentable: 'any' })).split('"tense":"past"');
    expect(yetToCome(one, filled(one), moment)).toHaveLength(marked.length - 1);
    reached += marked.length - 1;
  }
  expect(reached).toBeGreaterThan(20);
});

test('nobody dies tomorrow: a death, a consent and a measurement of a later day are refused at their field', () => {
  const walk = sceneOf('Confirm the death');
  const { journey } = walk;
  const tomorrow = new Date(Date.parse(journey.now) + 86_400_000).toISOString().slice(0, 10);
  const step = journey.step('Confirm the death');
  const evidence = { ...evidenceOf(step, 'confirmed', journey), diedOn: tomorrow };
  const refused = journey.sign(step, 'confirmed', { evidence });
  expect(refused).toMatchObject({
    refusal: { code: 'invalid', detail: { problems: [{ path: 'evidence.diedOn', code: 'in-the-future' }] } },
  });
});
