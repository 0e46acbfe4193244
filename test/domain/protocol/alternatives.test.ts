import { describe, expect, it } from 'vitest';
import { protocolProblems } from '../../../lambdas/domain/protocol/parse.ts';
import { strictest, strictestOf } from '../../../lambdas/domain/protocol/stricter.ts';
import { fileWith, kymriahWith, protocolOf } from './files.ts';

const other = (value: unknown) => [{ value, source: 'site', certainty: 'site-default' }];

describe('where sources differ', () => {
  it('the strictest gates, by the place in the file', () => {
    const days = { value: 'P9D', alternatives: [{ value: 'P1W' }, { value: 'P10D' }] };
    expect(strictest('monitoring.profiles[].daily', days)).toBe('P10D');
    expect(strictest('preparation.inUseClocks[].limit', days)).toBe('P1W');
    expect(strictest('product.storage.max', { value: -120, alternatives: [{ value: -150 }] })).toBe(-150);
    expect(strictest('product.storage.min', { value: -190, alternatives: [{ value: -196 }] })).toBe(-190);
    expect(strictest('product.shelfLife', { value: 'P9M' })).toBe('P9M');
  });

  it('compares durations by length and not by their letters', () => {
    expect(strictestOf('least', ['PT2H', 'PT90M', 'PT5400S'])).toBe('PT90M');
    expect(() => strictestOf<number | string>('least', [1, 'PT1H'])).toThrow('expected two numbers or two durations');
  });

  it('both stand, and the strictest in front', () => {
    expect(protocolProblems(kymriahWith({ 'product.shelfLife.alternatives': other('P10M') }))).toEqual([]);
    expect(protocolProblems(kymriahWith({ 'product.shelfLife.alternatives': other('P8M') }))).toMatchObject([
      {
        path: 'product.shelfLife.value',
        rule: 'lenient-value-first',
        got: '"P9M"',
        expected: '"P8M", the least of all, in front',
      },
    ]);
    const doses = { 'treatment.tocilizumab.0.dosesOnSite.alternatives': other(4) };
    expect(protocolProblems(kymriahWith(doses))).toMatchObject([
      {
        path: 'treatment.tocilizumab[0].dosesOnSite.value',
        rule: 'lenient-value-first',
        expected: '4, the greatest of all, in front',
      },
    ]);
  });

  it('is refused by name where neither would be the stricter', () => {
    const planned = kymriahWith({ 'manufacturing.predicted.alternatives': other('P14D') });
    expect(protocolProblems(planned)).toMatchObject([
      { path: 'manufacturing.predicted.alternatives', rule: 'alternatives-without-direction' },
    ]);
  });

  it('keeps to the kind of the value, and names its source', () => {
    const wrong = (value: unknown) => protocolProblems(kymriahWith({ 'product.shelfLife.alternatives': value }));
    expect(wrong([])).toMatchObject([{ path: 'product.shelfLife.alternatives', rule: 'too-small' }]);
    expect(wrong(other(9))).toMatchObject([{ path: 'product.shelfLife.alternatives[0].value', rule: 'invalid-type' }]);
    expect(wrong([{ value: 'P10M', source: 'leaflet', certainty: 'seen' }])).toMatchObject([
      { path: 'product.shelfLife.alternatives[0].source', rule: 'unknown-source' },
    ]);
  });
});

describe('files in which they do', () => {
  it('Yescarta has three clocks for one bag, and all of them gate', () => {
    const clocks = protocolOf('yescarta').preparation.inUseClocks;
    expect(clocks.map(({ start, end, limit }) => [start, end, limit.value])).toEqual([
      ['thaw-end', 'infusion-end', 'PT3H'],
      ['thaw-end', 'infusion-start', 'PT30M'],
      ['infusion-start', 'infusion-end', 'PT30M'],
    ]);
  });

  it('Yescarta keeps the longer daily monitoring, Carvykti the shorter infusion', () => {
    expect(protocolOf('yescarta').monitoring.profiles[0]?.daily).toMatchObject({
      value: 'P10D',
      alternatives: [{ value: 'P7D', source: 'kite-eu' }],
    });
    expect(protocolOf('carvykti').preparation.inUseClocks[1]?.limit).toMatchObject({
      value: 'PT30M',
      alternatives: [{ value: 'PT60M' }],
    });
    const turned = { 'preparation.inUseClocks.1.limit.value': 'PT2H' };
    expect(protocolProblems(fileWith('carvykti', turned))).toMatchObject([{ rule: 'lenient-value-first' }]);
  });
});
