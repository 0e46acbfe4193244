import { expect, test } from 'vitest';
import { reports } from '../../lambdas/domain/reports/index.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { ReportLine, StepView } from '../../lambdas/pages/views.ts';
import { formFor, formsOf, pairsOf } from './support/controls.ts';
import { viewOf } from './support/views.ts';

const render = (changes: Partial<StepView> = {}) => renderSignOffPage(viewOf('Discharge', changes), 'de');
const made: readonly ReportLine[] = (viewOf('Discharge').reports ?? []).map((line) =>
  line.report === 'death' ? { ...line, made: [{ at: '2026-12-01T07:10:00.000Z', by: 'n.b' }] } : line,
);

/** Ways past a closed gate are offered where one is closed. */
const anywhere = Object.values(reports).filter(({ gatesOffered }) => gatesOffered === undefined);

test('every report is a tap away on an open step and on one that is held, and its form opens alone', () => {
  for (const status of ['open', 'held'] as const) {
    expect(new Set(render({ status }).match(/open=report-[a-z-]+#report-/g)).size).toBe(anywhere.length);
  }
  const html = render({ opened: 'report-excursion' });
  expect(html).toMatch(/<details class="card" id="report-excursion" open/);
  const form = formFor(html, 'report');
  expect(new Map(pairsOf(form)).get('evidence.report')).toBe('excursion');
  expect(form).toContain('Es wartet auf die Entscheidung des Herstellers.');
  expect(form).toContain('name="evidence.leg"');
});

test('a report that was refused comes back open with what was typed', () => {
  const html = renderSignOffPage(viewOf('Discharge'), 'en', {
    message: 'check-fields',
    fieldErrors: { 'evidence.leg': 'choose-one' },
    values: { decision: ['report'], 'evidence.report': ['excursion'], 'evidence.explanation': ['Seal open'] },
  });
  expect(new Map(pairsOf(formFor(html, 'report'))).get('evidence.explanation')).toBe('Seal open');
  expect(html).toContain('<a href="#report-excursion-evidence-leg">');
});

test('what was reported stays to be read, also where nothing more can be signed', () => {
  const html = render({ status: 'withdrawn', reports: made });
  expect(html).toContain('Tod der Patientin oder des Patienten: n.b, Di., 1. Dezember 2026, 08:10 Uhr');
  expect(formsOf(html)).toEqual([]);
  expect(html).not.toContain('open=report-');
  expect(render({ status: 'decided' })).not.toContain('Etwas melden');
});

test('a decided step takes reports while its course goes on, and nothing else', () => {
  const html = render({ status: 'decided', takesReports: true, opened: 'report-death' });
  expect(formsOf(html)).toHaveLength(1);
  expect(new Map(pairsOf(formFor(html, 'report'))).get('evidence.report')).toBe('death');
});

test.each([
  'Reassess the patient',
  'Monitor the patient',
  'Discharge',
  'End the proximity period',
  'Record follow-up visit',
  'Arrange the lifelong watch',
] as const)('%s: no decision says that the patient has died, and the page leads to the report that does', (step) => {
  const view = viewOf(step);
  expect(view.decisions).not.toContain('died');
  for (const [language, text] of [
    ['en', 'The patient has died: report it here.'],
    ['de', 'Die Patientin oder der Patient ist verstorben: hier melden.'],
  ] as const) {
    const [link] = new RegExp(`<a[^>]*>${text}`).exec(renderSignOffPage(view, language)) ?? [];
    expect(link).toContain('open=report-death#report-death');
  }
});
