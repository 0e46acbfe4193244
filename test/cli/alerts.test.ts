import { expect, test } from 'vitest';
import { alertsText, peopleOf } from '../../local/cli/alerts.ts';

const day = { info: 0, due: 0, critical: 0, digest: 0 };

test('people are shown by the day of most mails, reminders by what of them is acted on', () => {
  const people = peopleOf([
    { ...day, person: 'ana', day: '2027-01-11', due: 2 },
    { ...day, person: 'cam', day: '2027-01-11', due: 3, info: 1 },
    { ...day, person: 'cam', day: '2027-01-12', critical: 1, digest: 1 },
  ]);
  expect(people).toEqual([
    { person: 'cam', days: 2, mails: { info: 1, due: 3, critical: 1, digest: 1 }, mostADay: 4 },
    { person: 'ana', days: 1, mails: { info: 0, due: 2, critical: 0, digest: 0 }, mostADay: 2 },
  ]);
  const rungs = [{ step: 'Check the order', rung: 'half', class: 'info', told: 8, actedOn: 2 }] as const;
  const text = alertsText(rungs, people);
  expect(text).toMatch(/25 %\s+2 of 8\s+info\s+Check the order: half/);
  expect(text).toMatch(/cam\s+at most 4 a day, on 2 days: 1 info, 3 due, 1 critical, 1 digests/);
  expect(alertsText([], [])).toContain('none was told yet');
});
