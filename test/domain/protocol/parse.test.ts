import { describe, expect, it } from 'vitest';
import { parseProtocol, protocolProblems } from '../../../lambdas/domain/protocol/parse.ts';
import { showProblem } from '../../../lambdas/domain/protocol/problem.ts';
import { fileWith, kymriahWith } from './files.ts';

const site = (value: string) => ({ value, source: 'site', certainty: 'site-default' });
const celsius = (value: number) => ({ value, unit: '°C', source: 'site', certainty: 'site-default' });
const visit = (name: string, after: string) => ({
  name,
  after: site(after),
  windowBefore: site('P1D'),
  windowAfter: site('P1D'),
  reportDue: site('P30D'),
});
const visits = (...names: string[]) => names.map((name) => visit(name, `P${name.slice(1)}${name.charAt(0)}`));

describe('a protocol that is in order', () => {
  it('parses to itself', () => {
    expect(parseProtocol(kymriahWith())).toEqual({ ok: true, value: kymriahWith() });
  });
});

describe('a shape that is not understood', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown key', { colour: 'red' }, 'colour', 'unknown-key'],
    ['an unknown key deep inside', { 'product.shelfLive': 1 }, 'product.shelfLive', 'unknown-key'],
    ['an unknown unit', { 'product.storage.max.unit': '°F' }, 'product.storage.max.unit', 'unknown-unit'],
    ['a unit of another kind', { 'product.storage.max.unit': 'mL' }, 'product.storage.max.unit', 'unknown-unit'],
    ['a missing section', { traceability: undefined }, 'traceability', 'missing'],
    ['a step nobody knows', { 'stepDeadlines.Discharged': site('P1D') }, 'stepDeadlines.Discharged', 'unknown-key'],
    ['a missing source', { 'product.storage.max.source': undefined }, 'product.storage.max.source', 'missing'],
    ['a text for a number', { 'product.storage.max.value': '-120' }, 'product.storage.max.value', 'invalid-type'],
    ['a broken count', { 'followUp.years.value': 1.5 }, 'followUp.years.value', 'invalid-type'],
    ['a zero count', { 'followUp.years.value': 0 }, 'followUp.years.value', 'too-small'],
    ['a version zero', { version: 0 }, 'version', 'too-small'],
    ['an unknown certainty', { 'product.shelfLife.certainty': 'sure' }, 'product.shelfLife.certainty', 'invalid-value'],
    ['a long note', { 'product.shelfLife.note': 'x'.repeat(501) }, 'product.shelfLife.note', 'too-big'],
    [
      'a clock without start',
      { 'preparation.inUseClocks.0.start': undefined },
      'preparation.inUseClocks[0].start',
      'clock-without-start',
    ],
    [
      'a clock that starts nowhere',
      { 'preparation.inUseClocks.0.start': 'unpacking' },
      'preparation.inUseClocks[0].start',
      'clock-without-start',
    ],
    ...['30 min', 'P', 'PT', 'P0D', 'PT0S', '-P1D', 'P1.5D', 'P1DT'].map(
      (value): [string, Record<string, unknown>, string, string] => [
        `${value} for a duration`,
        { 'product.shelfLife.value': value },
        'product.shelfLife.value',
        'invalid-format',
      ],
    ),
  ])('%s is refused by name', (_, changes, path, rule) => {
    const problems = protocolProblems(kymriahWith(changes));
    expect(problems).toContainEqual(expect.objectContaining({ path, rule }));
    expect(problems).toHaveLength(1);
  });

  it('an own key __proto__ is refused wherever it stands', () => {
    const text = JSON.stringify(kymriahWith());
    const deep = JSON.parse(text.replace('"shipping":{', '"shipping":{"__proto__":{"a":1},'));
    expect(protocolProblems(deep)).toMatchObject([{ path: 'shipping.__proto__', rule: 'unknown-key' }]);
    const top = JSON.parse(text.replace('{', '{"__proto__":{"a":1},'));
    expect(protocolProblems(top)).toMatchObject([{ path: '__proto__', rule: 'unknown-key' }]);
  });

  it.each([null, [], 'kymriah', 1, undefined])('%j is no protocol', (file) => {
    expect(protocolProblems(file)).toMatchObject([{ path: '', expected: 'an object' }]);
    expect(parseProtocol(file)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });

  it('says path, got and expected, and lists every problem at once', () => {
    const file = kymriahWith({
      'product.storage.max.unit': '°F',
      'preparation.inUseClocks.0.start': undefined,
      'followUp.visits': visits('D7', 'D7', 'Y15'),
      'followUp.registry': undefined,
    });
    const parsed = parseProtocol(file);
    expect(parsed).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid',
        message: expect.stringContaining('product.storage.max.unit: unknown-unit: got "°F", expected "°C" and 3 more'),
      },
    });
    expect(protocolProblems(file).map(showProblem)).toEqual([
      'product.storage.max.unit: unknown-unit: got "°F", expected "°C"',
      expect.stringMatching(/^preparation.+clock-without-start: got nothing, expected "removal" or "thaw-start" or/),
      'followUp.visits[1].name: duplicate-visit: got "D7", expected each only once',
      'followUp.visits[1].after: visits-out-of-order: got "P7D", expected later than D7 (P7D)',
    ]);
  });
});

describe('a contradiction', () => {
  const source = { id: 'smpc', title: 'Again', url: null, seen: true };
  it.each<[string, Record<string, unknown>, string]>([
    ['unknown-source', { 'product.shelfLife.source': 'leaflet' }, 'product.shelfLife.source'],
    ['seen-in-unseen-source', { 'product.shelfLife.source': 'memory' }, 'product.shelfLife.source'],
    ['duplicate', { 'sources.1': source }, 'sources[1].id'],
    [
      'jurisdiction-without-label',
      { 'treatment.tocilizumab.0.jurisdiction': 'JP' },
      'treatment.tocilizumab[0].jurisdiction',
    ],
    [
      'jurisdiction-without-label',
      { 'monitoring.profiles.1.jurisdictions': ['US', 'CH'] },
      'monitoring.profiles[1].jurisdictions[1]',
    ],
    ['duplicate', { 'labels.1.jurisdiction': 'EU' }, 'labels[1].jurisdiction'],
    ['found-after-all', { 'notFound.0': 'product.shelfLife' }, 'notFound[0]'],
    ['found-after-all', { 'notFound.0': 'colour' }, 'notFound[0]'],
    ['shelf-life-missing', { 'product.shelfLife': undefined }, 'product.shelfLife'],
    ['verified-by-nobody', { status: 'verified' }, 'verifiedBy'],
    ['verifier-of-unverified', { verifiedBy: 'ATMP pharmacist' }, 'verifiedBy'],
    ['nothing-to-collect', { 'startingMaterial.kind': 'none' }, 'startingMaterial.minCells'],
    ['min-above-max', { 'manufacturing.typical.min.value': 'P1M' }, 'manufacturing.typical.min'],
    ['min-above-max', { 'product.containers.perDose.min.value': 4 }, 'product.containers.perDose.min'],
    [
      'min-above-max',
      { 'preparation.inUseClocks.0.temperature.max.value': 19 },
      'preparation.inUseClocks[0].temperature.min',
    ],
    ['window-upside-down', { 'conditioning.windows.1.max.value': 'P1D' }, 'conditioning.windows[1].min'],
    ['duplicate', { 'conditioning.windows.1.indications': ['DLBCL'] }, 'conditioning.windows[1].indications[0]'],
    ['monitoring-without-end', { 'monitoring.profiles.0.proximity': undefined }, 'monitoring.profiles[0]'],
    ['duplicate', { 'monitoring.profiles.1.jurisdictions': ['US', 'EU'] }, 'monitoring.profiles[1].jurisdictions'],
    ['visits-out-of-order', { 'followUp.visits': visits('D14', 'D7', 'Y15') }, 'followUp.visits[1].after'],
    ['duplicate-visit', { 'followUp.visits': visits('D7', 'D7', 'Y15') }, 'followUp.visits[1].name'],
    ['visit-belies-its-name', { 'followUp.visits.0.after.value': 'P8D' }, 'followUp.visits[0].after'],
    ['window-upside-down', { 'followUp.visits.0.windowBefore.value': 'P1W' }, 'followUp.visits[0].windowBefore'],
    ['follow-up-ends-elsewhere', { 'followUp.visits': visits('D7', 'Y14') }, 'followUp.visits[1].after'],
    ['follow-up-ends-elsewhere', { 'followUp.years.value': 5 }, 'followUp.visits[23].after'],
    ['storage-too-warm', { 'product.storage.max.value': 200 }, 'product.storage.max'],
    ['storage-without-limit', { 'product.storage': {} }, 'product.storage.max'],
    ['kept-too-short', { 'traceability.years.value': 5 }, 'traceability.years'],
    ['treatment-missing', { treatment: undefined }, 'treatment'],
    ['go-valid-too-long', { 'treatment.goValidity.thaw.value': 'PT49H' }, 'treatment.goValidity.thaw'],
    ['go-valid-too-long', { 'treatment.goValidity.conditioning.value': 'P3D' }, 'treatment.goValidity.conditioning'],
    ['conditioning-without-window', { 'conditioning.windows': [] }, 'conditioning.windows'],
    ['any-beside-others', { 'conditioning.windows.0.indications': ['any'] }, 'conditioning.windows[0].indications'],
    ['any-beside-others', { 'conditioning.windows.1.indications': ['any'] }, 'conditioning.windows[1].indications'],
    ['duplicate', { 'treatment.tocilizumab.1.jurisdiction': 'EU' }, 'treatment.tocilizumab[1].jurisdiction'],
    [
      'report-of-unknown-visit',
      { 'followUp.registry.reports.value': ['D100', 'D99'] },
      'followUp.registry.reports.value[1]',
    ],
    ['clock-nobody-starts', { 'preparation.inUseClocks.0.start': 'draw' }, 'preparation.inUseClocks[0].start'],
    ['clock-nobody-starts', { 'preparation.inUseClocks.0.start': 'dilution' }, 'preparation.inUseClocks[0].start'],
    ['clock-nobody-starts', { 'preparation.inUseClocks.0.start': 'receipt' }, 'preparation.inUseClocks[0].start'],
    [
      'clock-ends-at-its-start',
      { 'preparation.inUseClocks.0.start': 'infusion-start', 'preparation.inUseClocks.0.end': 'infusion-start' },
      'preparation.inUseClocks[0].end',
    ],
    ['amount-below-zero', { 'startingMaterial.minCells.value': -2 }, 'startingMaterial.minCells.value'],
    ['repeat-before-window', { 'conditioning.repeat.delayedBy.value': 'P1D' }, 'conditioning.repeat.delayedBy'],
    ['unknown-test', { 'outOfSpecification.limits.0.name': 'beauty' }, 'outOfSpecification.limits[0].name'],
    ['other-unit', { 'outOfSpecification.limits.0.name': 'endotoxin' }, 'outOfSpecification.limits[0].limit'],
    ['unknown-component', { 'outOfSpecification.limits.0.component': 'CD8' }, 'outOfSpecification.limits[0].component'],
    ['min-above-max', { 'shipping.temperature': { min: celsius(2), max: celsius(-80) } }, 'shipping.temperature.min'],
  ])('%s is refused by name: %j', (rule, changes, path) => {
    expect(protocolProblems(kymriahWith(changes))).toContainEqual(expect.objectContaining({ path, rule }));
  });

  it('in one clock name twice, and in two units of one range, is refused', () => {
    const { inUseClocks } = kymriahWith().preparation as { inUseClocks: unknown[] };
    const twice = kymriahWith({ 'preparation.inUseClocks': [...inUseClocks, ...inUseClocks] });
    expect(protocolProblems(twice)).toMatchObject([{ path: 'preparation.inUseClocks[1].name', rule: 'duplicate' }]);
    const beads = { value: 1, unit: 'doses', source: 'relspec', certainty: 'seen' };
    expect(protocolProblems(kymriahWith({ 'outOfSpecification.limits.0.limit.max': beads }))).toMatchObject([
      { path: 'outOfSpecification.limits[0].limit.min.unit', rule: 'two-units' },
    ]);
  });

  it('of a verified file is every value that is only recalled', () => {
    const file = kymriahWith({ status: 'verified', verifiedBy: 'ATMP pharmacist', verifiedAt: '2026-11-22' });
    const rules = new Set(protocolProblems(file).map(({ rule }) => rule));
    expect(rules).toEqual(new Set(['verified-but-recalled', 'verified-but-unsigned']));
  });
});

describe('a dose of two components', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['component-order-twice', { 'product.components.1.order.value': 1 }, 'product.components[1].order'],
    ['duplicate', { 'product.components.1.name': 'CD8' }, 'product.components[1].name'],
    ['components-do-not-add-up', { 'product.containers.perDose.max.value': 9 }, 'product.containers.perDose.max'],
    [
      'components-do-not-add-up',
      { 'product.components.0.containersPerDose.min.value': 2 },
      'product.containers.perDose.min',
    ],
  ])('%s is refused by name: %j', (rule, changes, path) => {
    expect(protocolProblems(fileWith('breyanzi', changes))).toMatchObject([{ path, rule }]);
  });

  it('may leave a bound open, for a part or the whole', () => {
    const open = {
      'product.components.0.containersPerDose.max': undefined,
      'product.containers.perDose.min': undefined,
    };
    expect(protocolProblems(fileWith('breyanzi', open))).toEqual([]);
  });
});

it('a conditioning by named days is not repeated before the day it leads to', () => {
  const path = 'conditioning.repeat.delayedBy';
  expect(protocolProblems(fileWith('yescarta', { [`${path}.value`]: 'P3D' }))).toMatchObject([
    { path, rule: 'repeat-before-window', expected: expect.stringContaining('longer than P3D') },
  ]);
  expect(protocolProblems(fileWith('yescarta', { [`${path}.value`]: 'P4D' }))).toEqual([]);
});

it('GO may count for exactly 48 hours', () => {
  expect(protocolProblems(kymriahWith({ 'treatment.goValidity.thaw.value': 'P2D' }))).toEqual([]);
});

it('takes a product made from stock, with nothing to collect', () => {
  expect(protocolProblems(kymriahWith({ startingMaterial: { kind: 'none' } }))).toEqual([]);
});
