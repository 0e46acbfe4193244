import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { COUNTED, METRIC_NAMESPACE } from '../metrics.ts';
import type { JourneysStack } from '../stacks/journeys-stack.ts';

/**
 * Turns lines of logs into metrics.
 *
 * Lines of functions are found by their words and not by the fields of their JSON: Lambda writes time, request id and
 * level before them, so that no selector of fields would ever match.
 */
export function countLines(scope: Construct, journeys: JourneysStack): void {
  const count = (id: string, logGroup: ILogGroup, filterPattern: IFilterPattern, metricName: string): MetricFilter =>
    new MetricFilter(scope, id, {
      logGroup,
      filterPattern,
      metricNamespace: METRIC_NAMESPACE,
      metricName,
      metricValue: '1',
    });
  // A callback that timed out is a step nobody answered; nothing else in the machines has a timeout.
  const lapsed = FilterPattern.stringValue('$.type', '=', 'TaskTimedOut');
  count('LapsedSteps', journeys.machineLogs, lapsed, COUNTED.stepsLapsed);
  // What comes again is no news: if it goes on, the age of the stream tells.
  const failed = FilterPattern.allTerms('stream record failed', '"again":false');
  count('FailedEffects', journeys.dispatch.logGroup, failed, COUNTED.effectsFailed);
  const wrong = FilterPattern.allTerms('sign-off refused', 'unauthenticated');
  count('WrongPins', journeys.signOff.logGroup, wrong, COUNTED.wrongPins);
  count('WrongPasskeys', journeys.signWithPasskey.logGroup, wrong, COUNTED.wrongPins);
  if (journeys.signWithOidc !== undefined) {
    const wrongByOidc = FilterPattern.allTerms('hospital sign-in refused', 'unauthenticated');
    count('WrongLogins', journeys.signWithOidc.logGroup, wrongByOidc, COUNTED.wrongPins);
  }
  const wrongAtReferral = FilterPattern.allTerms('referral refused', 'unauthenticated');
  count('WrongPinsAtReferral', journeys.referral.logGroup, wrongAtReferral, COUNTED.wrongPins);
  const wrongAtSignIn = FilterPattern.allTerms('sign-in refused', 'unauthenticated');
  count('WrongPasskeysAtSignIn', journeys.signWithPasskey.logGroup, wrongAtSignIn, COUNTED.wrongPins);
  count('WrongPinsAtSignIn', journeys.worklist.logGroup, wrongAtSignIn, COUNTED.wrongPins);
}
