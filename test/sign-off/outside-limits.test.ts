import { expect, test } from 'vitest';
import { parseSignOffForm } from '../../lambdas/pages/form/parse.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { OpenedStep } from '../../lambdas/sign-off/opened-step.ts';
import { askedOnceMore } from '../../lambdas/sign-off/outside-limits.ts';
import { encoded, formFor, pairsOf } from '../pages/support/controls.ts';
import { viewOf, ZONE } from '../pages/support/views.ts';
import { valuesOf } from '../support/builders.ts';
import { evidenceOf } from '../support/evidence.ts';
import { sceneOf } from '../support/scenes.ts';

const walk = sceneOf('Inspect the delivery');
const { journey } = walk;
const opened = { step: journey.step('Inspect the delivery'), protocol: journey.protocol } as OpenedStep;
const USUAL = evidenceOf(opened.step, 'inspected', journey) as Readonly<Record<string, never>>;
const asked = (found: Readonly<Record<string, unknown>>, decision = 'inspected', of = opened) =>
  askedOnceMore(of, {
    signer: 'cell-lab',
    contentHash: 'c',
    nonce: 'n',
    decision,
    evidence: { ...(decision === 'inspected' ? USUAL : {}), ...(found as Readonly<Record<string, never>>) },
  });

test('a page asks once more for a value outside its limits, at the value and for the deviation', () => {
  expect(asked({})).toBeUndefined();
  expect(asked({ highestTemperature: -112 })).toEqual({
    message: 'outside-limits',
    fieldErrors: {
      'evidence.highestTemperature': expect.stringMatching(/^outside-limits ≤ -\d+ °C$/),
      'evidence.deviation': 'describe-deviation',
    },
  });
});

test('once it is described nothing more is asked, and what cannot be is told as mistyped first', () => {
  const deviation = { class: 'major', description: 'Warm for 25 minutes.', immediateAction: 'QA called.' };
  expect(asked({ highestTemperature: -112, deviation })).toBeUndefined();
  expect(asked({ highestTemperature: 4000 })).toBeUndefined();
});

test('so does the line of an arrival, whose deviation opens by itself', () => {
  const travelling = sceneOf('Follow the delivery').journey;
  const of = { step: travelling.step('Follow the delivery'), protocol: travelling.protocol } as OpenedStep;
  const values = { ...valuesOf('arrived', travelling), item: 'arrived', highestTemperature: 20 };
  expect(asked(values, 'record', of)?.fieldErrors).toMatchObject({ 'evidence.deviation': 'describe-deviation' });
  const deviation = { description: 'Warm for 25 minutes.', immediateAction: 'QA called.' };
  expect(asked({ ...values, deviation }, 'record', of)).toBeUndefined();
});

test('the page offers the deviation only then, and takes both in one form; a value that is corrected takes none', () => {
  const view = viewOf('Inspect the delivery');
  const quiet = formFor(renderSignOffPage(view, 'en'), 'inspected');
  expect(quiet).not.toContain('evidence.deviation');
  const problem = asked({ highestTemperature: -112 });
  const values = { decision: ['inspected'], 'evidence.highestTemperature': ['-112'], 'evidence.batch': ['batch-7'] };
  const offered = formFor(renderSignOffPage(view, 'de', problem && { ...problem, values }), 'inspected');
  const pairs = new Map(pairsOf(offered));
  expect(pairs.get('evidence.batch')).toBe('batch-7');
  expect([...pairs.keys()]).toContain('evidence.deviation.description');
  expect(offered).toContain('liegt außerhalb der Grenzen (≤ -');
  expect(offered).toContain('Abweichung');

  const read = (typed: Readonly<Record<string, string>>) => {
    const form = new Map([...pairs, ['signer', 'cell-lab'], ['pin', '271828'], ...Object.entries(typed)]);
    const parsed = parseSignOffForm(encoded(form), view.evidenceSchema, ZONE);
    return parsed.ok ? parsed.submission.evidence.deviation : parsed.problem.fieldErrors;
  };
  const described = {
    'evidence.deviation.class': 'critical',
    'evidence.deviation.description': 'Warm for 25 minutes.',
    'evidence.deviation.immediateAction': 'QA called.',
  };
  expect(read({ 'evidence.deviation.class': 'critical' })).toMatchObject({
    'evidence.deviation.description': 'required',
    'evidence.deviation.immediateAction': 'required',
  });
  expect(read(described)).not.toHaveProperty('evidence.deviation.class');
  expect(read({})).not.toHaveProperty('evidence.deviation');
});
