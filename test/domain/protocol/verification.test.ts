import { describe, expect, it } from 'vitest';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { protocolProblems } from '../../../lambdas/domain/protocol/parse.ts';
import { whyNotPinned } from '../../../lambdas/domain/protocol/pinning.ts';
import type { Protocol, Verification } from '../../../lambdas/domain/protocol/schema.ts';
import { gatingValues, unverifiedFor } from '../../../lambdas/domain/protocol/verification.ts';
import { SIGNED_ON, signedProtocol } from '../../support/signed-protocol.ts';
import { kymriahWith, protocolOf } from './files.ts';

const TODAY = '2026-11-22';
const CLOCK = 'preparation.inUseClocks[0]';
const FL = 'conditioning.windows[1]';
const signed = signedProtocol(kymriahWith());

/** The signed file with one of its verifications changed. */
const withSignature = (path: string, change: (given: Verification) => Partial<Verification>): Protocol => ({
  ...signed,
  verifications: (signed.verifications ?? []).map((each) => (each.path === path ? { ...each, ...change(each) } : each)),
});
const problems = (protocol: Protocol) =>
  unverifiedFor(protocol, TODAY).map(({ path, problem }) => `${path}: ${problem}`);
const changed = (change: (file: Protocol) => void): Protocol => {
  const file = structuredClone(signed);
  change(file);
  return file;
};

describe('a file in which every gating value was signed', () => {
  it('is verified', () => {
    expect(unverifiedFor(signed, TODAY)).toEqual([]);
    expect(signed.verifications?.length).toBeGreaterThan(40);
  });

  it.each(protocols.all().map(({ id }) => id))('can be made of %s, of which none is signed now', (id) => {
    const protocol = protocolOf(id);
    expect(unverifiedFor(protocol, TODAY)).toEqual(
      gatingValues(protocol).map((value) => ({ ...value, problem: 'signed by nobody' })),
    );
    expect(unverifiedFor(signedProtocol(protocol), TODAY)).toEqual([]);
  });
});

describe('a signature does not count', () => {
  it.each<[string, (given: Verification) => Partial<Verification>, string]>([
    ['of one person', ({ by }) => ({ by: by.slice(0, 1) }), 'signed by 1 person, expected two different ones'],
    [
      'without a pharmacist',
      ({ by }) => ({ by: by.map((person) => ({ ...person, function: 'physician' })) }),
      'signed without a pharmacist, expected one of them to be one',
    ],
    [
      'of a day to come',
      ({ by }) => ({ by: by.map((person, at) => (at === 0 ? { ...person, on: '2026-11-23' } : person)) }),
      'signed on 2026-11-23, expected a day up to 2026-11-22',
    ],
    [
      'against an older label',
      ({ label }) => ({ label: { ...label, asOf: '2025-01-01' } }),
      'signed against smpc of 2025-01-01, expected 2026-11-22',
    ],
  ])('%s', (_, change, problem) => {
    expect(problems(withSignature(CLOCK, change))).toEqual([`${CLOCK}: ${problem}`]);
  });

  it('when the value was changed since, or what it is for', () => {
    const limit = changed(({ preparation: { inUseClocks } }) => {
      if (inUseClocks[0]) inUseClocks[0].limit.value = 'PT60M';
    });
    expect(problems(limit)).toEqual([
      expect.stringMatching(/^preparation.inUseClocks\[0\]: changed since it was signed/),
    ]);
    const indication = changed(({ conditioning }) => {
      if (conditioning?.windows[1]) conditioning.windows[1].indications = ['CLL'];
    });
    expect(problems(indication)).toEqual([expect.stringContaining(`${FL}: changed since`)]);
  });

  it('when another entry moved to its place', () => {
    const turned = changed(({ conditioning }) => conditioning?.windows.reverse());
    expect(problems(turned).map((text) => text.split(':')[0])).toEqual(
      [0, 1, 3, 4].map((index) => `conditioning.windows[${index}]`).flatMap((path) => [path, path]),
    );
  });

  it('against the label of another jurisdiction', () => {
    const label = { source: 'uspi', asOf: TODAY };
    expect(problems(withSignature(FL, () => ({ label })))).toEqual([
      `${FL}: signed against the label of US, expected one of EU`,
    ]);
    expect(problems(withSignature(CLOCK, () => ({ label })))).toEqual([]);
  });

  it('as long as the value is only recalled', () => {
    const recalled = changed(({ startingMaterial }) => {
      if (startingMaterial.storage?.max) startingMaterial.storage.max.certainty = 'recalled';
    });
    expect(problems(recalled)).toEqual([expect.stringMatching(/^startingMaterial.storage: still recalled/)]);
  });

  it('but a better source or another note undoes none', () => {
    const noted = changed(({ product }) => Object.assign(product.form, { source: 'uspi', note: 'Read again.' }));
    expect(problems(noted)).toEqual([]);
  });

  it('against a source that is no label only by its hash and people', () => {
    expect(problems(withSignature(FL, () => ({ label: { source: 'site', asOf: '2020-01-01' } })))).toEqual([]);
  });
});

describe('signatures that cannot mean what they say', () => {
  const first = signed.verifications?.[0];
  const broken = (change: Partial<Verification>) => ({ ...signed, verifications: [{ ...first, ...change }] });
  const person = { function: 'pharmacist', id: 'p-1', on: SIGNED_ON };

  it.each<[string, unknown, string]>([
    ['verification-of-unknown-path', broken({ path: 'product.colour' }), 'verifications[0].path'],
    ['verification-of-unknown-path', broken({ path: 'conditioning.windows[5]' }), 'verifications[0].path'],
    ['verification-of-unknown-path', broken({ path: 'names' }), 'verifications[0].path'],
    ['same-person-twice', broken({ by: [person, { ...person, function: 'qa' }] }), 'verifications[0].by[1].id'],
    ['duplicate', { ...signed, verifications: [first, first] }, 'verifications[1].path'],
    ['unknown-source', broken({ label: { source: 'leaflet', asOf: TODAY } }), 'verifications[0].label.source'],
  ])('%s is refused by name', (rule, file, path) => {
    expect(protocolProblems(file)).toMatchObject([{ path, rule }]);
  });

  it('status verified needs them all', () => {
    const verified = { status: 'verified', verifiedBy: 'ATMP pharmacist', verifiedAt: TODAY };
    expect(protocolProblems({ ...signed, ...verified })).toEqual([]);
    expect(protocolProblems({ ...signed, ...verified, verifiedAt: '2026-11-19' })[0]).toMatchObject({
      path: 'codes[0]',
      rule: 'verified-but-unsigned',
      got: 'signed on 2026-11-20, expected a day up to 2026-11-19',
    });
    const file = { ...signed, ...verified, verifications: signed.verifications?.slice(1) };
    expect(protocolProblems(file)).toMatchObject([{ path: 'codes[0]', rule: 'verified-but-unsigned' }]);
  });
});

describe('an order', () => {
  const now = `${TODAY}T09:00:00Z`;

  it('pins an unsigned protocol for training and demo, and not for patients', () => {
    const kymriah = protocolOf('kymriah');
    expect(whyNotPinned(kymriah, 'training', now)).toBeUndefined();
    expect(whyNotPinned(kymriah, 'demo', now)).toBeUndefined();
    expect(whyNotPinned(kymriah, 'production', now)).toMatch(
      /^Therapy protocol kymriah version 1: \d+ values .*atmp protocol check --for production/,
    );
  });

  it('pins a signed one for patients, from the day of the signatures', () => {
    expect(whyNotPinned(signed, 'production', now)).toBeUndefined();
    expect(whyNotPinned(signed, 'production', '2026-11-19T23:59:59Z')).toContain('not signed');
  });
});
