import { describe, expect, test } from 'vitest';
import { renderMail } from '../../lambdas/pages/mail/mail.ts';
import type { DigestLine, DigestNotice } from '../../lambdas/pages/mail-views.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { noticeOf, ZONE } from './support/views.ts';

const LIST = 'https://journeys.hospital.example/worklist';
const base = { class: 'info', at: '2026-12-01T07:10:00.000Z', zone: ZONE } as const;
const { link, ...asked } = noticeOf({
  step: 'Confirm funding',
  journeyId: '7K2MPX4QN',
  dueAt: '2026-12-03T08:00:00.000Z',
});
const lines: readonly DigestLine[] = [
  { ...base, notice: 'deviation-opened', journeyId: '9QW3RT5YZ', kind: 'in-use-exceeded' },
  asked,
  { ...asked, journeyId: '28T5CY4TK', dueAt: '2026-12-02T08:00:00.000Z' },
  {
    ...base,
    notice: 'plan-changed',
    journeyId: '28T5CY4TK',
    changes: [
      {
        item: 'delivery',
        number: 1,
        from: null,
        to: { from: '2026-12-09T23:00:00.000Z', until: '2026-12-10T23:00:00.000Z', wholeDays: true },
      },
    ],
  },
  { ...base, notice: 'message-parked', eventId: 'evt_1', sender: 'ehr-main' },
];
const digest: DigestNotice = { notice: 'digest', class: 'due', lines };

describe.each(LANGUAGES)('a digest in %s', (language) => {
  test('has one link, to the whole list, and says the same in text and HTML', () => {
    const { subject, text, html } = renderMail(digest, language, LIST);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).toContain(LIST);
    expect(`${subject}${text}${html}`).not.toContain(link);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object|NaN/);
    for (const code of ['7K2MPX4QN', '28T5CY4TK', '9QW3RT5YZ', 'evt_1']) {
      expect(text).toContain(code);
      expect(html).toContain(code);
    }
  });
});

test('it lists open steps by what is due first, then what happened', () => {
  const { subject, text } = renderMail(digest, 'en', LIST);
  expect(subject).toBe('Digest: 2 open steps, 3 notices');
  const rows = text.split('\n').filter((row) => /^(7K2MPX4QN|28T5CY4TK|9QW3RT5YZ|evt_1)/.test(row));
  expect(rows).toEqual([
    expect.stringMatching(/^28T5CY4TK: Confirm funding: .*; Due: Wed 2 Dec 2026, 09:00/),
    expect.stringMatching(/^7K2MPX4QN: Confirm funding: .*; Due: Thu 3 Dec 2026, 09:00/),
    expect.stringMatching(/^9QW3RT5YZ: critical deviation; Deviation: /),
    expect.stringMatching(/^28T5CY4TK: .*10 Dec 2026/),
    'evt_1: Message parked; Sender: ehr-main',
  ]);
  expect(renderMail({ ...digest, lines: [asked] }, 'de', LIST).subject).toBe('Übersicht: 1 offener Schritt');
});
