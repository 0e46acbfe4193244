import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GENESIS, seal } from '../../../lambdas/domain/audit/chain.ts';
import { type Dossier, dossierOf } from '../../../lambdas/domain/audit/dossier.ts';
import { type VerifyOptions, verifyDossier } from '../../../lambdas/domain/audit/verify-dossier.ts';
import type { JourneyEvent } from '../../../lambdas/domain/events/journey-event.ts';
import { JOURNEY_ID } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
walk.to('Place the order');
report(walk, 'partner-id');
walk.toFollowUp();
const { events: LOG, protocol, now } = walk.journey;
const SIGNED_TYPES: readonly string[] = ['step.decided', 'checklist.recorded', 'report.made'];
const SIGNED = LOG.filter(({ type }) => SIGNED_TYPES.includes(type));
const REPORTED = LOG.find(({ type }) => type === 'report.made')?.seq ?? 0;
const RELEASE = { version: '0.1.0', commit: 'test' };

/** A dossier whose verification is made for these events, as somebody would who forges one. */
const dossier = (events: readonly JourneyEvent[] = LOG): Dossier => dossierOf(JOURNEY_ID, events, protocol, now);
const GENUINE = dossier();

/** As a file holds it. */
const verify = (given: unknown, options: Partial<VerifyOptions> = {}) =>
  verifyDossier(JSON.parse(JSON.stringify(given)), { release: RELEASE, ...options });
const kinds = (given: unknown, options: Partial<VerifyOptions> = {}) => [
  ...new Set(verify(given, options).findings.map(({ kind }) => kind)),
];

/** The whole chain written anew, so that only what lies outside it can tell. */
function resealed(events: readonly JourneyEvent[]): readonly JourneyEvent[] {
  let prev = GENESIS;
  return events.map(({ hash: _hash, prev: _prev, ...event }, index) => {
    const sealed = seal({ ...event, seq: index + 1 }, prev);
    prev = sealed.hash;
    return sealed;
  });
}

const changed = (seq: number, data: Readonly<Record<string, unknown>>): readonly JourneyEvent[] =>
  resealed(
    LOG.map((event) => (event.seq === seq ? ({ ...event, data: { ...event.data, ...data } } as JourneyEvent) : event)),
  );

const signedSeq = SIGNED[3]?.seq ?? 0;

test('a genuine dossier verifies, with every signature computed anew from the events before it', () => {
  expect(verify(GENUINE)).toEqual({
    verified: true,
    journeyId: JOURNEY_ID,
    events: LOG.length,
    head: LOG.at(-1)?.hash,
    signaturesRecomputed: SIGNED.length,
    findings: [],
    notes: [
      expect.stringMatching(/^Events cut off the end.* only excluded against a head kept elsewhere: none was given/),
      expect.stringMatching(/^Not checked: /),
    ],
  });
  expect(SIGNED.length).toBeGreaterThan(10);
});

test('a cut-off end is found by the verification in the dossier, or by a head kept elsewhere where that was rewritten', () => {
  const head = LOG.at(-1)?.hash ?? '';
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LOG.length - 1 }), (length) => {
      const cut = LOG.slice(0, length);
      expect(kinds({ ...GENUINE, events: cut })).toEqual(['own-verification']);
      expect(verify(dossier(cut)).verified).toBe(true);
      expect(kinds(dossier(cut), { head })).toEqual(['kept-head']);
    }),
    { numRuns: 15 },
  );
});

test('an event removed anywhere is found, even where the chain was sealed anew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LOG.length - 1 }), (index) => {
      const without = LOG.toSpliced(index, 1);
      expect(verify({ ...GENUINE, events: without }).verified).toBe(false);
      expect(kinds({ ...GENUINE, events: resealed(without) })).toContain('own-verification');
    }),
    { numRuns: 15 },
  );
});

describe('what else was done to a dossier is named', () => {
  const [opened, ...rest] = LOG;
  const broken = { verified: false, events: LOG.length, brokenAt: 3, why: 'as it says' };
  test.each<readonly [string, unknown, readonly string[]]>([
    ['no events', { ...GENUINE, events: [] }, ['beginning', 'own-verification']],
    ['no events, verification rewritten', dossier([]), ['beginning']],
    ['another beginning', dossier(resealed(rest)), ['beginning']],
    ['another journey on the label', { ...GENUINE, journeyId: '1111111AB' }, ['other-journey']],
    [
      'an event of another journey',
      dossier(resealed(LOG.with(4, { ...LOG[4], journeyId: 'x' } as JourneyEvent))),
      ['other-journey'],
    ],
    [
      'a changed event',
      { ...GENUINE, events: LOG.with(4, { ...LOG[4], recordedAt: now } as JourneyEvent) },
      ['chain', 'own-verification'],
    ],
    [
      'another head',
      { ...GENUINE, verification: { ...GENUINE.verification, head: 'f'.repeat(64) } },
      ['own-verification'],
    ],
    ['another count', { ...GENUINE, verification: { ...GENUINE.verification, events: 1 } }, ['own-verification']],
    ['a verdict that says broken', { ...GENUINE, verification: broken }, ['own-verification']],
    [
      'a doubled event, sealed anew',
      dossier(resealed([...LOG.slice(0, 2), ...LOG.slice(1)])),
      ['anomaly', 'signed-content'],
    ],
    [
      'another hash signed, sealed anew',
      dossier(changed(signedSeq, { contentHash: '0'.repeat(64) })),
      ['signed-content'],
    ],
    [
      'another hash under a report, sealed anew',
      dossier(changed(REPORTED, { contentHash: '0'.repeat(64) })),
      ['signed-content'],
    ],
    ['an event nobody knows', { ...GENUINE, events: [opened, { type: 'journey.teleported' }] }, ['event']],
    ['a part nobody knows', { ...GENUINE, extra: true }, ['shape']],
    ['no dossier', 'text', ['shape']],
  ])('%s', (_name, given, expected) => {
    expect(kinds(given)).toEqual(expected);
    expect(verify(given).verified).toBe(false);
  });

  test('any change of the protocol: the journey pins its hash', () => {
    const parts = Object.keys(protocol) as (keyof typeof protocol)[];
    fc.assert(
      fc.property(fc.constantFrom(...parts), (part) => {
        const { [part]: _without, ...other } = protocol;
        expect(kinds({ ...GENUINE, protocol: other })).toContain('protocol');
        expect(kinds({ ...GENUINE, protocol: { ...protocol, [part]: 'another' } })).toContain('protocol');
      }),
      { numRuns: 20 },
    );
  });
});

test('a head kept earlier anchors what is before it, and the notes say what it does not', () => {
  const kept = LOG[9]?.hash ?? '';
  const { verified, notes } = verify(GENUINE, { head: kept });
  expect(verified).toBe(true);
  expect(notes[0]).toMatch(/^The head kept elsewhere is event 10 of .*what follows has none/);
  expect(verify(GENUINE, { head: LOG.at(-1)?.hash ?? '' }).notes[0]).toContain('nothing was cut off');
});

test('what another release showed is a note where it cannot be computed, and no note where it can', () => {
  const other = { version: '0.2.0', commit: 'abcdef0' };
  expect(verify(GENUINE, { release: other })).toMatchObject({ verified: true, signaturesRecomputed: SIGNED.length });
  const unlike = verify(dossier(changed(signedSeq, { contentHash: '0'.repeat(64) })), { release: other });
  expect(unlike).toMatchObject({ verified: true, signaturesRecomputed: SIGNED.length - 1 });
  expect(unlike.notes[0]).toBe(
    `Not checkable: what was signed at seq ${signedSeq} was written by release 0.1.0 (test). Verify with that release.`,
  );
});

test('evidence that no code could have shown is found, not thrown at the reader', () => {
  const collected = LOG.find((event) => event.type === 'step.decided' && event.data.step === 'Record apheresis');
  const forged = dossier(changed(collected?.seq ?? 0, { evidence: { chainOfIdentity: 'none' } }));
  expect(kinds(forged)).toEqual(['signed-content']);
});
