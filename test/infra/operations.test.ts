import { existsSync, readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { PHASES } from '../../lambdas/domain/vocabulary.ts';
import { log } from '../../lambdas/middleware/log.ts';
import { streamHandler } from '../../lambdas/middleware/stream-handler.ts';
import { sweepMetrics } from '../../lambdas/middleware/sweep-metrics.ts';
import { METRICS } from '../../lib/metrics.ts';
import { MACHINES, synthesise } from './synthesised.ts';

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
  const named = new Set(alarms.map(({ AlarmDescription }) => runbookOf(AlarmDescription)));
  expect(files.toSorted()).toEqual([...named].toSorted());
});

test('a silent sweep is an alarm, not a lack of data', () => {
  operations.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'Atmp-sweep-silent',
    TreatMissingData: 'breaching',
    ComparisonOperator: 'LessThanThreshold',
  });
});

interface Query {
  readonly MetricStat?: { readonly Metric: { readonly Dimensions: readonly { readonly Value: unknown }[] } };
}

/** Logical id of the machine whose ARN the other stack exports. */
const machineOf = (arn: unknown): string =>
  JSON.stringify(arn).match(/ExportsOutputRef([A-Za-z]+?)[0-9A-F]{8}"/)?.[1] ?? JSON.stringify(arn);

test.each(['run-failed', 'run-timed-out', 'run-aborted'])('%s watches every machine once, in groups', (runbook) => {
  const groups = alarms.filter(({ AlarmDescription }) => runbookOf(AlarmDescription) === `docs/runbooks/${runbook}.md`);
  expect(groups.map(({ AlarmName }) => AlarmName).toSorted()).toEqual(
    ['', '-2', '-3'].map((group) => `Atmp-${runbook}${group}`),
  );
  const watched = groups.flatMap(({ Metrics }) =>
    Metrics.flatMap(({ MetricStat }: Query) => MetricStat?.Metric.Dimensions.map(({ Value }) => Value) ?? []),
  );
  expect(watched.map(machineOf).toSorted()).toEqual([...MACHINES].toSorted());
});

test('the dashboard shows each phase, and every alarm', () => {
  const shown = JSON.stringify(operations.findResources('AWS::CloudWatch::Dashboard'));
  for (const phase of PHASES) expect(shown).toContain(`\\"Phase\\",\\"${phase}\\"`);
  for (const id of Object.keys(operations.findResources('AWS::CloudWatch::Alarm'))) expect(shown).toContain(`"${id}"`);
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
  const put = sweepMetrics([], { now: '2030-01-01T00:00:00.000Z', stuck: 0, undelivered: 0, failed: 0, doubtful: 0 });
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

test('wrong PINs at a referral and at sign-in, and wrong passkeys, count as wrong PINs at a sign-off do', async () => {
  const patterns = Object.values(operations.findResources('AWS::Logs::MetricFilter')).flatMap(({ Properties }) =>
    Properties.MetricTransformations[0].MetricName === 'WrongPins' ? [Properties.FilterPattern] : [],
  );
  expect(patterns.toSorted()).toEqual([
    '"referral refused" "unauthenticated"',
    '"sign-in refused" "unauthenticated"',
    '"sign-in refused" "unauthenticated"',
    '"sign-off refused" "unauthenticated"',
    '"sign-off refused" "unauthenticated"',
  ]);
});

test('wrong PINs are counted, other refusals are not', async () => {
  const refusal = (code: string) => linesOf('warn', () => log('warn', 'sign-off refused', { code, step: 'consent' }));
  expect((await refusal('unauthenticated')).map((line) => counts('WrongPins', line))).toEqual([true]);
  expect((await refusal('forbidden')).map((line) => counts('WrongPins', line))).toEqual([false]);
  expect(alarmNamed('wrong-pins')).toMatchObject({ MetricName: 'WrongPins', Threshold: 20, Period: 900 });
});
