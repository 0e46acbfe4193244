import { existsSync, readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { log } from '../../lambdas/middleware/log.ts';
import { streamHandler } from '../../lambdas/middleware/stream-handler.ts';
import { sweepMetrics } from '../../lambdas/middleware/sweep-metrics.ts';
import { METRICS } from '../../lib/metrics.ts';
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

const alarmNamed = (name: string) => alarms.find(({ AlarmName }) => AlarmName === `Atmp-${name}`);

test('alarms of this account may publish to each topic they name', () => {
  const topics = new Set(alarms.flatMap(({ AlarmActions }) => AlarmActions.map(({ Ref }: { Ref: string }) => Ref)));
  const policies = Object.values(operations.findResources('AWS::SNS::TopicPolicy')).map(({ Properties }) => Properties);
  expect(topics.size).toBeGreaterThan(0);
  for (const topic of topics) {
    const statements = policies
      .filter(({ Topics }) => Topics.some(({ Ref }: { Ref: string }) => Ref === topic))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: topic },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  }
});

test.each([
  ['effects-put-away', 'OnFailureDestinationDeliveredEventCount', 'EventSourceMappingUUID'],
  ['effects-dropped', 'DroppedEventCount', 'EventSourceMappingUUID'],
  ['effects-not-kept', 'DestinationDeliveryFailures', 'FunctionName'],
])('%s watches %s under the one dimension it is put with', (name, metric, dimension) => {
  expect(alarmNamed(name)).toMatchObject({ Namespace: 'AWS/Lambda', MetricName: metric });
  expect(alarmNamed(name)?.Dimensions.map(({ Name }: { Name: string }) => Name)).toEqual([dimension]);
});

test('what the sweep puts has the names the alarms and the dashboard read', () => {
  const put = sweepMetrics([], { now: '2030-01-01T00:00:00.000Z', stuck: 0, undelivered: 0, failed: 0 });
  expect(Object.values(METRICS)).toEqual(expect.arrayContaining(put.map(({ name }) => name)));
  expect(alarmNamed('sweep-failed')).toMatchObject({
    Namespace: 'AtmpJourney',
    MetricName: 'SweepFailed',
    Threshold: 0,
  });
});

/** Whether a filter of words counts a line that a function writes, with what Lambda puts before it. */
function counts(metric: string, line: string): boolean {
  const filter = Object.values(operations.findResources('AWS::Logs::MetricFilter')).find(
    ({ Properties }) => Properties.MetricTransformations[0].MetricName === metric,
  );
  const terms: readonly string[] = JSON.parse(`[${filter?.Properties.FilterPattern.replaceAll('" "', '","')}]`);
  const logged = `2030-01-01T00:00:00.000Z\t6f1b\tERROR\t${line}`;
  return terms.length > 0 && terms.every((term) => logged.includes(term));
}

/** The lines written meanwhile. */
async function linesOf(level: 'warn' | 'error', work: () => unknown): Promise<readonly string[]> {
  const spy = vi.spyOn(console, level).mockImplementation(() => undefined);
  try {
    await work();
    return spy.mock.calls.map(([line]) => String(line));
  } finally {
    spy.mockRestore();
  }
}

test('an effect that failed for good is counted, whatever its error', async () => {
  const clock = { now: () => '2030-01-01T00:00:00.000Z', refresh: async () => undefined };
  const handler = streamHandler(clock, async () => {
    throw new TypeError('x is not a function');
  });
  const lines = await linesOf('error', () => handler({ Records: [{}] }, {} as never));
  expect(lines.map((line) => counts('EffectsFailed', line))).toEqual([true]);
  expect(counts('EffectsFailed', '{"message":"stream record failed","again":true}')).toBe(false);
});

test('wrong PINs are counted, other refusals are not', async () => {
  const refusal = (code: string) => linesOf('warn', () => log('warn', 'sign-off refused', { code, step: 'consent' }));
  expect((await refusal('unauthenticated')).map((line) => counts('WrongPins', line))).toEqual([true]);
  expect((await refusal('forbidden')).map((line) => counts('WrongPins', line))).toEqual([false]);
  expect(alarmNamed('wrong-pins')).toMatchObject({ MetricName: 'WrongPins', Threshold: 20, Period: 900 });
});
