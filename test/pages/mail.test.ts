import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClosedAlready } from '../../lambdas/domain/sign-off/closed-already.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { renderMail } from '../../lambdas/pages/mail/mail.ts';
import { type Mail, RUNGS, type TellNotice } from '../../lambdas/pages/mail-views.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { standingEntry } from '../support/register-entries.ts';
import { everyStep, noticeOf, ZONE } from './support/views.ts';

const VISIT = { name: 'M6', plannedOn: '2027-08-25T10:00:00.000Z' } as const;
const base = { class: 'info', at: '2026-12-01T07:10:00.000Z', zone: ZONE } as const;
const tells: readonly TellNotice[] = [
  { ...base, notice: 'journey-held', journeyId: '7K2MPX4QN', by: 'ehr' },
  { ...base, notice: 'journey-resumed', journeyId: '7K2MPX4QN' },
  { ...base, notice: 'journey-cancelled', journeyId: '7K2MPX4QN' },
  { ...base, notice: 'journey-closing', journeyId: '7K2MPX4QN', outcome: 'died' },
  { ...base, notice: 'product-given', journeyId: '7K2MPX4QN' },
  { ...base, notice: 'finding-recorded', journeyId: '7K2MPX4QN', step: 'Check donor tests', class: 'critical' },
  { ...base, notice: 'journey-reported', journeyId: '7K2MPX4QN', report: 'excursion', class: 'critical' },
  { ...base, notice: 'journey-closed', journeyId: '7K2MPX4QN', outcome: 'completed' },
  { ...base, notice: 'message-parked', eventId: 'evt_1', sender: 'ehr-main' },
  {
    ...base,
    notice: 'renewal-due',
    what: 'competence',
    name: 'thaw',
    lastDay: '2027-01-04',
    owner: 'cam',
    rung: 'lapsed',
    hits: [{ journeyId: '7K2MPX4QN', step: 'Give the product', dueAt: '2027-01-05T09:00:00.000Z' }],
  },
  {
    ...{ ...base, notice: 'renewal-due', what: 'equipment', name: 'LN2 vessel 3', rung: '90', hits: [] },
    ...{
      entry: { id: 'LN2-3', part: 'calibration' },
      system: 'asset-register',
      lastDay: '2027-04-04',
      owner: 'cell-lab',
    },
  },
  {
    ...{ ...base, notice: 'task-due', what: 'documents', name: 'Protocol', rung: '30', hits: [], closesNothing: true },
    ...{ entry: { id: 'PRT-1', part: 'label check' }, lastDay: '2027-04-04', owner: 'pharmacist' },
  },
  ...(['refused', 'late', 'ageing', 'too-old'] as const).map((what) => ({
    ...{
      ...base,
      notice: `mirror-${what}` as const,
      what,
      site: 'university-hospital',
      register: 'equipment' as const,
    },
    ...{ system: 'assets', on: base.at, more: 3, items: ['line 3 LN2-4: status'] },
  })),
  { ...base, notice: 'mirror-late', what: 'late', site: 'eye-clinic', register: 'competence', items: [], more: 0 },
  {
    ...{
      ...base,
      notice: 'renewal-due',
      what: 'product-readiness',
      name: 'Readiness for kymriah',
      rung: '30',
      hits: [],
    },
    ...{ entry: { id: 'kymriah', part: 'people competent in thaw' }, lastDay: '2027-03-13', owner: 'programme-lead' },
    short: { task: 'thaw', have: 2, need: 3, because: ['lea'], isNow: false },
  },
  {
    ...{ ...base, notice: 'shift-short', site: 'site-1' },
    days: [
      {
        ...{ journeyId: '7K2MPX4QN', at: '2027-01-05T09:00:00.000Z', shifts: ['early'], lead: 'nina' },
        short: [{ place: 'bedside', have: 1, need: 2 }],
      },
    ],
  },
  ...(['training-joined', 'training-version', 'training-label'] as const).map(
    (notice): TellNotice => ({
      ...{ ...base, notice, reader: 'cam', by: '2027-01-31' },
      ...(notice === 'training-joined' ? {} : { document: 'Thawing (SOP-12 version 5)' }),
      items: [
        { task: 'thaw', protocol: 'kymriah', read: 'SOP-12', test: 90, observed: 3 },
        { task: 'bedside-check', observed: 0 },
        { protocol: 'kymriah', read: 'Label (PRT-1 version 2)' },
      ],
    }),
  ),
  { ...base, notice: 'mail-budget', reader: 'cam' },
  { ...base, notice: 'address-bounced', reader: 'cam' },
  { ...base, notice: 'run-replaced', journeyId: '7K2MPX4QN', run: 7, class: 'critical' },
  { ...base, notice: 'deviation-opened', journeyId: '7K2MPX4QN', kind: 'in-use-exceeded', class: 'critical' },
];

function expectWellFormed({ subject, text, html }: Mail): void {
  expect(subject.length).toBeLessThanOrEqual(78);
  expect(subject).not.toMatch(/\p{Cc}/u);
  expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object|NaN/);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<table|<img|<script|http-equiv/);
}

describe.each(LANGUAGES)('mail in %s', (language) => {
  test.each(everyStep)(
    '%s, every rung: one link, the same in text and HTML, a subject that says what is wanted',
    (step) => {
      for (const rung of RUNGS) {
        for (const kind of ['info', 'due', 'critical'] as const) {
          const visit = step === 'Record follow-up visit' ? { phase: 'FollowUpVisit' as const, visit: VISIT } : {};
          const mail = renderMail(noticeOf({ step, rung, class: kind, round: 2, ...visit }), language);
          expectWellFormed(mail);
          expect(mail.subject).not.toContain('…');
          expect(mail.subject).toContain('7K2MPX4QN');
          expect(mail.html.match(/<a /g)).toHaveLength(1);
          expect(mail.text.match(/https:/g)).toHaveLength(1);
          expect(mail.text).toContain('Europe/Berlin, UTC+01:00');
        }
      }
    },
  );

  test.each(tells)('$notice', (notice) => {
    const mail = renderMail(notice, language);
    expectWellFormed(mail);
    expect(mail.html).not.toContain('<a ');
  });
});

test('a mail about a follow-up visit says which, and until when it can take place', () => {
  const notice = noticeOf({ step: 'Record follow-up visit', phase: 'FollowUpVisit', round: 7, visit: VISIT });
  const { subject, text } = renderMail({ ...notice, role: 'physician' }, 'en');
  expect(subject).toBe('7K2MPX4QN Follow-up visit M6: window open');
  expect(text).toContain('Follow-up visit: M6, planned 25 Aug 2027\n');
  expect(text).toContain('open until Tue 1 Dec 2026, 08:10 (Europe/Berlin, UTC+01:00). Record the visit once');
  expect(renderMail(notice, 'de').text).toContain('Nachsorgetermin: M6, geplant für 25. August 2027\n');
});

test('a step that waits for something to arrive is not said to wait for the reader', () => {
  for (const step of ['Check certificate', 'Follow the delivery'] as const) {
    expect(renderMail(noticeOf({ step }), 'en').text).toMatch(/expected by Tue 1 Dec.*has arrived/);
  }
});

test('mails about the expiry say when it is, and ask only those who sign', () => {
  const at = '2027-08-30T22:00:00.000Z';
  const soon = noticeOf({ rung: 'expiry-7', productExpiry: { at, daysLeft: 7 } });
  expect(renderMail(soon, 'en').text).toContain('Product expires: Tue 31 Aug 2027, 00:00');
  expect(renderMail(soon, 'en').text).toMatch(/; 7 days left$/m);
  expect(renderMail(soon, 'en').text).not.toContain('For your information');
  const told = renderMail({ ...soon, rung: 'expired', role: 'coordinator', productExpiry: { at } }, 'en').text;
  expect(told).toContain('For your information; this is decided by: Physician.');
  expect(told).toContain('may not be released');
  expect(told).not.toMatch(/Please decide|left/);
});

test('a mail about a hold says on which side it was asked for, and what to do', () => {
  const { text } = renderMail({ ...base, notice: 'journey-held', journeyId: '7K2MPX4QN', by: 'ehr' }, 'en');
  expect(text).toContain('Decide: resume or cancel, through operations.');
  expect(text).toContain('By: EHR');
});

test('a shift that is short says which place, how many of how many, which shift, and who leads the rota', () => {
  const said = tells.flatMap((one) => (one.notice === 'shift-short' ? [renderMail(one, 'en').text] : [])).join();
  expect(said).toContain('Shift early, Tue 5 Jan 2027, 10:00: Checks at the bedside 1 of 2. nina leads the rota.');
});

test('a mail about training names what is read, the test and the practice, and by when', () => {
  const said = tells.flatMap((one) => (one.notice === 'training-joined' ? [renderMail(one, 'en').text] : [])).join();
  expect(said).toContain('Thawing (kymriah): read SOP-12; written test, at least 90%; observed practice, 3 times');
  expect(said).toContain('By: 31 Jan 2027');
});

test('text and HTML say the same', () => {
  const { text, html } = renderMail(noticeOf({ rung: 'weekly-3', heldBack: true, class: 'critical' }), 'en');
  const said = html.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&');
  const words = text
    .replace(/^(-- |https:.*)$/gm, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  expect(words.filter((word) => !said.includes(word))).toEqual([]);
  expect(text).toContain('held back while the journey was on hold');
  expect(text).toContain('Was due: Tue 1 Dec 2026, 08:10');
});

test('nothing that ends a header or runs a script gets into a mail', () => {
  for (const journeyId of ['A\r\nBcc: x@example.org', 'A\nB', 'A\u2028B', '\u0000', '']) {
    expect(() => renderMail(noticeOf({ journeyId }), 'en')).toThrow(RangeError);
  }
  for (const link of ['javascript:alert(1)', 'https://a.example/\r\nx', 'http://a.example/', 'https://a.example/ b']) {
    expect(() => renderMail(noticeOf({ link }), 'en')).toThrow(RangeError);
  }
  expect(() => renderMail(noticeOf({ rung: 'someday' }), 'en')).toThrow(/someday/);
  const parked = renderMail({ ...base, notice: 'message-parked', eventId: '<script>', sender: '"><b>' }, 'en');
  expect(parked.html).not.toMatch(/<script>|<b>/);
});

test('whatever the journey id is, the subject stays one line of at most 78 characters or the mail is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120, unit: 'binary' }), (journeyId) => {
      try {
        expectWellFormed(renderMail(noticeOf({ journeyId }), 'de'));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 200 },
  );
});

test.each(LANGUAGES)('every mail in %s says where the whole list is, beside its one link', (language) => {
  const listAt = 'https://journeys.hospital.example/worklist';
  for (const notice of [noticeOf({}), ...tells]) {
    const { text, html } = renderMail(notice, language, listAt);
    expect(text).toContain(`: ${listAt}\n`);
    expect(html).toContain(listAt);
    expect(html).not.toMatch(/href="[^"]*\/worklist["?]/);
    if ('journeyId' in notice) expect(text).toContain(`: ${notice.journeyId}\n`);
  }
  expect(() => renderMail(noticeOf({}), language, 'javascript:alert(1)')).toThrow(RangeError);
});

test('what lapses of a register leads to the page of its entry, where it is renewed', () => {
  const listAt = 'https://journeys.hospital.example/worklist';
  const leads = tells.flatMap(
    (notice) => /href="([^"]*registers[^"]*)"/.exec(renderMail(notice, 'en', listAt).html)?.[1] ?? [],
  );
  expect(leads).toEqual(
    ['equipment/LN2-3', 'product-readiness/kymriah'].map((of) => `${listAt}/registers/${of}?lang=en`),
  );
});

test.each(LANGUAGES)(
  'a mail in %s says which gates are closed or not known and what to do, and of others only that they are closed',
  (language) => {
    const { gates, mail, page } = dictionary(language);
    const of = standingEntry({ register: 'agreements', name: 'Quality agreement' });
    const whyNot = { of, why: 'lapsed', what: 'review', until: '2026-05-01' } as const;
    const tooOld = { of, why: 'mirror-too-old', system: 'eqms', asOf: '2027-01-02T06:00:00.000Z', age: 'P2D' } as const;
    const told: ClosedAlready['gates'] = [
      { gate: 'competent', status: 'closed' },
      { gate: 'agreement-in-date', status: 'closed', whyNot },
      { gate: 'site-ready', status: 'unknown', whyNot: tooOld },
    ];
    const closed = { gates: told, others: true };
    const { text } = renderMail(noticeOf({ closed }), language);
    const words = text.replace(/\s+/g, ' ');
    const { registers, roles } = dictionary(language);
    for (const said of [
      ...[page.closedHere, gates['competent.closed'], mail.closedOtherwise],
      ...[gates['agreement-in-date.closed'], 'Quality agreement: ', `${registers.owner}: ${roles.qa}.`],
      ...[page.unknownHere, gates['site-ready.unknown'], 'eqms', registers.howToConfirm],
    ]) {
      expect(words).toContain(said.replace(/\s+/g, ' '));
    }
    const { text: open } = renderMail(noticeOf({ closed: { gates: [], others: false } }), language);
    expect(open).not.toContain(page.closedHere);
  },
);
