import { expect, test } from 'vitest';
import { reportSignedBefore } from '../../../lambdas/domain/commands/register-closed.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { closingOf, isClosing } from '../../../lambdas/domain/registers/closing.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';
import { kept, siteOf, vessel } from '../../support/registers.ts';
import { Walk } from '../../support/walk.ts';

/** Whoever checks the order, trained in version 4 of its procedure. */
const trained = {
  ...personIn(['pharmacist']),
  competence: {
    'order-verification': [
      {
        ...{ training: 'SOP-12 version 4', procedure: { id: 'SOP-12', version: '4' } },
        ...{ assessedOn: '2020-01-06', validUntil: '2099-01-05', since: '2020-01-06T12:00:00.000Z' },
      },
    ],
  },
};

const OPERATOR = { kind: 'operator', id: 'operator-1' } as const;
const first = kept(vessel({ name: 'vessel 2' }));

/** A receipt that is accepted, and the vessel closed so long afterwards. */
function closedAfter(time: string, id = 'LN2-3') {
  const walk = new Walk();
  const step = walk.to('Accept receipt');
  walk.journey.readiness = siteOf(first);
  expect(walk.journey.sign(step, 'accepted').ok).toBe(true);
  const at = plus(walk.journey.now, time, 'UTC');
  walk.journey.now = at;
  const mine = id === first.record.id ? first : kept(vessel({ name: id }), { id });
  const closed = kept(vessel({ name: mine.standing.name, status: 'QUARANTINED', because: 'alarm' }), {
    id,
    at,
    before: mine.record,
  });
  const closing = closingOf([mine.record, closed.record], 2, siteOf(first, mine, closed));
  if (closing === undefined) throw new Error('expected a closing');
  const recheck = () => {
    walk.journey.change((scribe, { events }) => {
      reportSignedBefore(scribe, events, closing, 3, OPERATOR);
      return ok({ value: undefined });
    });
    return walk.journey.state.deviations.filter(({ kind }) => kind === 'register-closed');
  };
  return { recheck, closing, at };
}

test('what was signed minutes before its vessel was closed is a critical deviation, once', () => {
  const { recheck, closing, at } = closedAfter('PT10M');
  expect(isClosing(closing.before, closing.after, closing.record, { at, zone: 'UTC' })).toBe(true);
  expect(recheck()).toMatchObject([
    { step: 'Accept receipt', class: 'critical', detail: expect.stringContaining('in quarantine: alarm') },
  ]);
  expect(recheck()).toHaveLength(1);
});

test('what was signed long before, or about another vessel, is left alone', () => {
  expect(closedAfter('PT16M').recheck()).toEqual([]);
  expect(closedAfter('PT1M', 'LN2-9').recheck()).toEqual([]);
});

test('so is what was signed before the very first record of a site, which closes its vessel', () => {
  const walk = new Walk();
  const step = walk.to('Accept receipt');
  walk.journey.readiness = siteOf();
  expect(walk.journey.sign(step, 'accepted').ok).toBe(true);
  const at = walk.journey.now;
  const closed = kept(vessel({ name: 'vessel 2', status: 'QUARANTINED', because: 'alarm' }), { at });
  const closing = closingOf([closed.record], 1, siteOf(closed));
  if (closing === undefined) throw new Error('expected a closing');
  walk.journey.change((scribe, { events }) => {
    reportSignedBefore(scribe, events, closing, 1, OPERATOR);
    return ok({ value: undefined });
  });
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toEqual(['register-closed']);
});

test('of two entries that close one gate each is found, also where both are closed when it is looked', () => {
  const readiness = (first: string, second: string) =>
    aReadinessOf(
      standingEntry({
        ...{ register: 'product-readiness', id: 'kymriah', serves: ['kymriah'] },
        restsOn: ['AG-1', 'AG-2'].map((id) => ({ register: 'agreements' as const, id })),
      }),
      standingEntry({
        register: 'agreements',
        id: 'AG-1',
        name: 'Quality',
        counts: [{ what: 'review', until: first }],
      }),
      standingEntry({
        register: 'agreements',
        id: 'AG-2',
        name: 'Supply',
        counts: [{ what: 'review', until: second }],
      }),
    );
  const [open, closed] = ['2099-01-01', '2020-01-01'];
  const walk = new Walk();
  const step = walk.to('Place the order');
  walk.journey.readiness = readiness(open, open);
  value(walk.journey.sign(step, 'ordered'));
  const at = walk.journey.now;
  const looks = [
    { id: 'AG-1', before: readiness(open, closed) },
    { id: 'AG-2', before: readiness(closed, open) },
  ];
  for (const { id, before } of looks) {
    const record = { ...first.record, register: 'agreements', id, version: 2, at } as const;
    walk.journey.change((scribe, { events }) => {
      reportSignedBefore(scribe, events, { record, before, after: readiness(closed, closed) }, 99, OPERATOR);
      return ok({ value: undefined });
    });
  }
  const found = walk.journey.state.deviations.filter(({ kind }) => kind === 'register-closed');
  expect(found.map(({ detail }) => /^agreements (AG-.): review until 2020-01-01\. Signed /.exec(detail)?.[1])).toEqual([
    'AG-1',
    'AG-2',
  ]);
});

test('a change that closes nothing asks nobody', () => {
  const { closing, at } = closedAfter('PT1M');
  expect(isClosing(closing.before, closing.before, closing.record, { at, zone: 'UTC' })).toBe(false);
  expect(isClosing(closing.after, closing.after, closing.record, { at, zone: 'UTC' })).toBe(false);
});

test('a major revision that comes into force asks again of those who were trained before, who signed minutes before', () => {
  const walk = new Walk();
  const step = walk.to('Check the order');
  const { journey } = walk;
  const version = (number: string, status: Document['status'], id = `SOP-12/${number}`) => ({
    id,
    definition: documents as RegisterDefinition,
    entry: aDocument({
      ...{ version: number, status, revision: 'major', serves: [] },
      ...(number === '4' ? {} : { approvedOn: '2026-11-02', effectiveFrom: '2026-11-20', reviewDue: '2028-11-01' }),
    }),
  });
  const keeps = ({ entry, ...more }: ReturnType<typeof version>, at?: string) =>
    kept(entry, at === undefined ? more : { ...more, at });
  const four = keeps(version('4', 'effective'), '2026-02-01T08:00:00.000Z');
  journey.readiness = siteOf(four);
  value(journey.sign(step, 'checked', { signer: trained }));
  journey.pass('PT10M');
  const five = keeps(version('5', 'effective'), journey.now);
  const closing = closingOf([five.record], 1, siteOf(four, five));
  if (closing === undefined) throw new Error('expected a closing');
  expect(isClosing(closing.before, closing.after, closing.record, { at: journey.now, zone: 'UTC' })).toBe(true);
  for (const _again of [1, 2]) {
    journey.change((scribe, { events }) => {
      reportSignedBefore(scribe, events, closing, 2, OPERATOR);
      return ok({ value: undefined });
    });
  }
  expect(journey.state.deviations).toMatchObject([
    {
      kind: 'against-competent',
      class: 'critical',
      step: 'Check the order',
      detail: expect.stringContaining('SOP-12'),
    },
  ]);
});
