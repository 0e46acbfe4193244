import { describe, expect, it } from 'vitest';
import {
  components,
  conditioningDays,
  conditioningOmit,
  conditioningRepeat,
  dischargeLetter,
  goBasis,
  goValidity,
  holdBeforeShipment,
  isLifelong,
  makerTimes,
  registry,
  remainingShelfLife,
  retention,
} from '../../../lambdas/domain/protocol/accessors.ts';
import {
  donorTestWindow,
  noDrivingFor,
  proximityFor,
  tocilizumabFor,
  windowFor,
} from '../../../lambdas/domain/protocol/jurisdiction-accessors.ts';
import {
  strictestDonorTestWindow,
  strictestNoDriving,
  strictestProximity,
  strictestTocilizumab,
  strictestWindows,
} from '../../../lambdas/domain/protocol/strictest-accessors.ts';
import { fileWith, protocolOf, protocolWith } from './files.ts';

const [kymriah, yescarta, carvykti, breyanzi] = ['kymriah', 'yescarta', 'carvykti', 'breyanzi'].map(protocolOf) as [
  ReturnType<typeof protocolOf>,
  ReturnType<typeof protocolOf>,
  ReturnType<typeof protocolOf>,
  ReturnType<typeof protocolOf>,
];
const site = (value: unknown) => ({ value, source: 'site', certainty: 'site-default' });

describe('what a label says where it is in force', () => {
  it('the window counts from what the label counts from, for any indication where it names none', () => {
    expect(windowFor(carvykti, 'US', 'MM')).toEqual({ from: 'conditioning-end', min: 'P2D', max: 'P4D' });
    expect(windowFor(carvykti, 'EU', 'MM')).toEqual({ from: 'conditioning-start', min: 'P5D', max: 'P7D' });
    expect(windowFor(breyanzi, 'GB', 'DLBCL')).toEqual({ from: 'conditioning-end', min: 'P2D', max: 'P7D' });
  });

  it('nothing stands in for a label or an indication that is not there', () => {
    expect(windowFor(breyanzi, 'EU', 'DLBCL')).toBeUndefined();
    expect(windowFor(kymriah, 'EU', 'MM')).toBeUndefined();
    expect(windowFor(yescarta, 'EU', 'DLBCL')).toBeUndefined();
    expect(conditioningDays(yescarta)).toEqual([5, 4, 3]);
    expect(tocilizumabFor(breyanzi, 'US')).toBeUndefined();
    expect(proximityFor(kymriah, 'JP')).toBeUndefined();
    expect(noDrivingFor(breyanzi, 'GB')).toBeUndefined();
    expect(donorTestWindow(kymriah, 'US')).toBeUndefined();
  });

  it('rescue doses, and how near and how long the patient stays', () => {
    expect(tocilizumabFor(yescarta, 'EU')).toEqual({
      dosesOnSite: 1,
      resupplyWithin: 'PT8H',
      shortageAlternative: true,
    });
    expect(tocilizumabFor(yescarta, 'CH')).toEqual({
      dosesOnSite: 4,
      resupplyWithin: undefined,
      shortageAlternative: false,
    });
    expect(proximityFor(kymriah, 'EU')).toEqual({ duration: 'P4W', travelTime: 'PT2H' });
    expect(noDrivingFor(carvykti, 'EU')).toBe('P8W');
    expect(noDrivingFor(carvykti, 'US')).toBe('P2W');
  });

  it('of law and maker the stricter donor test, each way', () => {
    expect(donorTestWindow(kymriah, 'EU')).toEqual({ before: 'P30D', after: 'P7D' });
    const { donorTests } = kymriah.startingMaterial;
    const maker = { jurisdiction: 'EU', before: site('P21D'), after: site('P14D') };
    const both = protocolWith('kymriah', {
      'startingMaterial.donorTests.windows': [...(donorTests?.windows ?? []), maker],
    });
    expect(donorTestWindow(both, 'EU')).toEqual({ before: 'P21D', after: 'P7D' });
    expect(strictestDonorTestWindow(both)).toEqual({ before: 'P21D', after: 'P7D' });
  });
});

describe('without a jurisdiction, the strictest of all labels', () => {
  it('windows, one for each event they count from', () => {
    expect(strictestWindows(kymriah, 'DLBCL')).toEqual([{ from: 'conditioning-end', min: 'P2D', max: 'P11D' }]);
    expect(strictestWindows(carvykti, 'MM').map(({ from, max }) => [from, max])).toEqual([
      ['conditioning-end', 'P4D'],
      ['conditioning-start', 'P7D'],
    ]);
    expect(strictestWindows(yescarta, 'DLBCL')).toEqual([]);
  });

  it('rescue doses, stay and driving', () => {
    expect(strictestTocilizumab(kymriah)).toEqual({
      dosesOnSite: 2,
      resupplyWithin: 'PT8H',
      shortageAlternative: false,
    });
    expect(strictestProximity(kymriah)).toEqual({ duration: 'P4W', travelTime: 'PT2H' });
    expect(strictestNoDriving(kymriah)).toBe('P8W');
  });

  it('or nothing where no label speaks of it', () => {
    const silent = protocolWith('kymriah', {
      conditioning: undefined,
      notFound: [],
      'treatment.tocilizumab': undefined,
      'startingMaterial.donorTests': undefined,
    });
    expect(strictestWindows(silent, 'DLBCL')).toEqual([]);
    expect(strictestTocilizumab(silent)).toBeUndefined();
    expect(strictestDonorTestWindow(silent)).toBeUndefined();
    expect([goBasis(silent), conditioningDays(silent), conditioningRepeat(silent)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what a journey asks of any file', () => {
  it('components in the order of giving, whatever the order in the file', () => {
    const eachOf4 = { min: 1, max: 4 };
    expect(components(breyanzi)).toEqual([
      { name: 'CD8', containersPerDose: eachOf4 },
      { name: 'CD4', containersPerDose: eachOf4 },
    ]);
    const { components: parts } = fileWith('breyanzi').product as { components: unknown[] };
    const turned = protocolWith('breyanzi', { 'product.components': parts.toReversed() });
    expect(components(turned).map(({ name }) => name)).toEqual(['CD8', 'CD4']);
    expect(components(kymriah)).toEqual([{ name: undefined, containersPerDose: { min: 1, max: 3 } }]);
  });

  it('when conditioning starts, is repeated and left out', () => {
    expect(goBasis(carvykti)).toBe('accepted-on-site');
    expect(conditioningRepeat(kymriah)).toEqual({ delayedBy: 'P28D', whiteCellsAbove: 1000 });
    expect(conditioningRepeat(carvykti)).toEqual({ delayedBy: 'P14D', whiteCellsAbove: undefined });
    expect(conditioningRepeat(breyanzi)).toBeUndefined();
    expect(conditioningOmit(kymriah)).toEqual({ whiteCellsAtMost: 1000, within: 'P1W' });
    expect(conditioningOmit(carvykti)).toBeUndefined();
  });

  it.each([kymriah, yescarta, carvykti, breyanzi])('the settings of the site, in $id as in the others', (protocol) => {
    expect([goValidity(protocol, 'thaw'), goValidity(protocol, 'conditioning')]).toEqual(['PT60M', 'PT48H']);
    expect(makerTimes(protocol)).toMatchObject({ silence: 'P5D' });
    expect(holdBeforeShipment(protocol)).toBe('PT24H');
    expect(remainingShelfLife(protocol)).toBe('P28D');
    expect(dischargeLetter(protocol)).toBe('PT24H');
  });

  it.each([kymriah, yescarta, carvykti, breyanzi])('what goes on after the visits of $id', (protocol) => {
    expect(isLifelong(protocol)).toBe(true);
    expect(registry(protocol)?.reports.slice(0, 3)).toEqual(['D100', 'M6', 'M12']);
    expect(retention(protocol)).toEqual({ years: 30, from: 'product-expiry' });
  });

  it('is not lifelong where the file does not say so', () => {
    expect(isLifelong(protocolWith('kymriah', { 'followUp.lifelong': undefined }))).toBe(false);
    expect(registry(protocolWith('kymriah', { 'followUp.registry': undefined }))).toBeUndefined();
  });
});
