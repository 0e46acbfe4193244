import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { synthesise } from './synthesised.ts';

const { operations } = synthesise();
const alarms = Object.values(operations.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const runbookOf = (description: string): string => description.match(/docs\/runbooks\/[a-z-]+\.md/)?.[0] ?? 'none';

test('every alarm says what it means, leads to its runbook and reaches people', () => {
  for (const { AlarmName, AlarmDescription, AlarmActions } of alarms) {
    expect(existsSync(new URL(`../../${runbookOf(AlarmDescription)}`, import.meta.url)), AlarmName).toBe(true);
    expect(AlarmActions, AlarmName).toHaveLength(1);
  }
});

test('no runbook is left without its alarm', () => {
  const files = readdirSync(new URL('../../docs/runbooks', import.meta.url)).map((file) => `docs/runbooks/${file}`);
  expect(files.toSorted()).toEqual(alarms.map(({ AlarmDescription }) => runbookOf(AlarmDescription)).toSorted());
});

test('a silent sweep is an alarm, not a lack of data', () => {
  operations.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'Atmp-sweep-silent',
    TreatMissingData: 'breaching',
    ComparisonOperator: 'LessThanThreshold',
  });
});
