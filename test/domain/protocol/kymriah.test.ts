import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  inUseClocks,
  monitoringEnd,
  startingMaterialKind,
  stepDeadline,
  visits,
} from '../../../lambdas/domain/protocol/accessors.ts';
import { checkProtocolFile } from '../../../lambdas/domain/protocol/check-file.ts';
import { protocolHash } from '../../../lambdas/domain/protocol/hash.ts';
import { monitoringProfile, windowFor } from '../../../lambdas/domain/protocol/jurisdiction-accessors.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { FOLDER, protocolOf } from './files.ts';

const kymriah = (): Protocol => protocolOf('kymriah');

describe('Kymriah, version 1', () => {
  it('answers what a journey asks', () => {
    expect(startingMaterialKind(kymriah())).toBe('leukapheresis');
    expect(inUseClocks(kymriah())).toMatchObject([
      { start: 'thaw-end', end: 'infusion-end', limit: { value: 'PT30M', certainty: 'seen' } },
    ]);
  });

  it('names the deadline of a step only where the label gives a time', () => {
    expect(STEPS.filter((step) => stepDeadline(kymriah(), step) !== undefined)).toEqual(['Check certificate']);
    expect(stepDeadline(kymriah(), 'Check certificate')).toBe('P31D');
  });

  it('has the window of the label and indication, which is not one for all', () => {
    const latest = (jurisdiction: 'EU' | 'US' | 'JP', indication: string) =>
      windowFor(kymriah(), jurisdiction, indication)?.max;
    expect(latest('EU', 'DLBCL')).toBe('P14D');
    expect(latest('US', 'DLBCL')).toBe('P11D');
    expect(latest('EU', 'FL')).toBe('P6D');
    expect(latest('JP', 'FL')).toBeUndefined();
  });

  it('has the monitoring of the label', () => {
    const ends = (['EU', 'US', 'JP'] as const).map((place) => {
      const profile = monitoringProfile(kymriah(), place);
      return profile && monitoringEnd(profile);
    });
    expect(ends).toEqual(['P4W', 'P2W', undefined]);
    expect(() => monitoringEnd({ jurisdictions: ['EU'] })).toThrow('without end');
  });

  it('follows for 15 years by the default schedule, tagged as the setting of the site that it is', () => {
    expect(visits(kymriah()).map(({ name }) => name)).toEqual(
      'D7 D14 D21 D28 D60 D100 M6 M9 M12 M18 M24 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11 Y12 Y13 Y14 Y15'.split(' '),
    );
    expect(new Set(visits(kymriah()).map(({ after }) => after.certainty))).toEqual(new Set(['site-default']));
  });

  it('does not claim to have seen what was recalled', () => {
    expect(kymriah()).toMatchObject({
      status: 'unverified',
      startingMaterial: { storage: { max: { certainty: 'recalled' } } },
      monitoring: { profiles: [{ noDriving: { certainty: 'recalled' } }, { noDriving: { certainty: 'seen' } }] },
    });
  });
});

describe('the hash a journey pins', () => {
  it('does not depend on the order of keys, and changes with any value', () => {
    const reversed = Object.fromEntries(Object.entries(kymriah()).reverse()) as Protocol;
    expect(protocolHash(reversed)).toBe(protocolHash(kymriah()));
    expect(protocolHash(kymriah())).toMatch(/^[0-9a-f]{64}$/);
    expect(protocolHash({ ...kymriah(), version: 2 })).not.toBe(protocolHash(kymriah()));
  });

  it('is of the RFC 8785 text', () => {
    // SHA-256 of the three bytes of {"a":1} written without spaces, computed apart.
    expect(protocolHash({ a: 1 } as unknown as Protocol)).toBe(
      '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    );
    expect(() => protocolHash(undefined as unknown as Protocol)).toThrow(TypeError);
  });
});

describe('checking a file', () => {
  const text = readFileSync(new URL('kymriah-1.json', FOLDER), 'utf8');

  it('says what it is', () => {
    expect(checkProtocolFile(text, 'protocols/kymriah-1.json')).toEqual({
      path: 'protocols/kymriah-1.json',
      ok: true,
      problems: [],
      protocol: { id: 'kymriah', version: 1, status: 'unverified', sha256: protocolHash(kymriah()) },
    });
  });

  it.each([
    ['{', 'kymriah-1.json', 'not-json'],
    ['{}', 'kymriah-1.json', 'missing'],
    [text, 'protocols\\kymriah-2.json', 'misnamed-file'],
    [text, '', 'misnamed-file'],
  ])('names what is wrong', (content, path, rule) => {
    const checked = checkProtocolFile(content, path);
    expect(checked.ok).toBe(false);
    expect(checked.problems[0]).toMatchObject({ rule });
  });
});
