import { Duration } from 'aws-cdk-lib';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { PHASES } from '../../lambdas/domain/vocabulary.ts';
import { METRICS } from '../metrics.ts';
import type { JourneysStack } from '../stacks/journeys-stack.ts';
import { effectsDropped, effectsPutAway, mailNotDelivered, own, runs } from './signals.ts';

const DAY = Duration.days(1);

/** One page for operations: what is open, what is next, what waits, what broke. Counts only, never a journey or a person. */
export function dashboard(
  scope: Construct,
  prefix: string,
  journeys: JourneysStack,
  alarms: readonly Alarm[],
): Dashboard {
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `${prefix}-journeys`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 4 })],
      [
        new GraphWidget({
          title: 'Open journeys by phase',
          stacked: true,
          width: 12,
          left: PHASES.map((phase) =>
            own(METRICS.journeysOpen, DAY).with({ dimensionsMap: { Phase: phase }, label: phase }),
          ),
        }),
        new SingleValueWidget({
          title: 'By the last sweep',
          width: 12,
          metrics: [
            own(METRICS.nextDueInHours, DAY).with({ label: 'Next due in hours', statistic: 'Minimum' }),
            own(METRICS.overdue, DAY).with({ label: 'Steps overdue' }),
            own(METRICS.stuck, DAY).with({ label: 'Journeys stuck' }),
            own(METRICS.undelivered, DAY).with({ label: 'Effects undelivered' }),
            own(METRICS.addressesDoubtful, DAY).with({ label: 'Doubtful addresses' }),
            own(METRICS.sweepFailed, DAY).with({ label: 'Not attended to' }),
          ],
        }),
      ],
      [
        new GraphWidget({
          title: 'Runs that ended without their consent',
          width: 12,
          left: [...runs(journeys, 'Failed'), ...runs(journeys, 'TimedOut'), ...runs(journeys, 'Aborted')],
        }),
        new GraphWidget({
          title: 'Effects',
          width: 12,
          left: [
            effectsPutAway(journeys),
            effectsDropped(journeys),
            mailNotDelivered(journeys),
            journeys.deadLetters.metricApproximateNumberOfMessagesVisible({ label: 'Dead letters' }),
          ],
          right: [journeys.dispatch.fn.metric('IteratorAge', { statistic: 'Maximum', label: 'Waiting (ms)' })],
        }),
      ],
    ],
  });
}
