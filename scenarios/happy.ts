import { STRICTEST_POLICY } from '../lambdas/domain/journey/site-policy.ts';
import { acuteMonitoringEnd } from '../lambdas/domain/protocol/accessors.ts';
import { compareDurations } from '../lambdas/domain/protocol/durations.ts';
import { windowsInForce } from '../lambdas/domain/protocol/in-force.ts';
import { monitoringProfile } from '../lambdas/domain/protocol/jurisdiction-accessors.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Scenario } from '../local/scenario/scenario.ts';
import { usualIndication } from './usual-evidence.ts';
import {
  attended,
  certified,
  closed,
  closure,
  collected,
  conditioned,
  ordered,
  reassessed,
  received,
  treated,
} from './usual-log.ts';

/** Whose label the example site follows. */
const { jurisdiction } = STRICTEST_POLICY;

/** The shortest windows of which the usual GO for thaw comes before the last two days. */
const NO_WARNING_FROM = { 'conditioning-start': 'P7DT2H', 'conditioning-end': 'P4DT22H30M' } as const;

/** What moves when conditioning is prescribed; the discharge was foreseen where the label says how long to monitor. */
function movedByPrescription({ protocol }: Course): string {
  const profile = monitoringProfile(protocol, jurisdiction);
  const foreseen = profile !== undefined && acuteMonitoringEnd(profile) !== undefined;
  return `conditioning, day-0, ${foreseen ? 'discharge, ' : ''}proximity-end`;
}

/** Reminders that only the labels with a short time bring. */
function remindersByLabel({ protocol }: Course): readonly string[] {
  const indication = usualIndication(protocol);
  const endsSoon = windowsInForce(protocol, jurisdiction, indication).some(
    ({ from, max }) => compareDurations(max, NO_WARNING_FROM[from]) < 0,
  );
  return endsSoon
    ? ['Give GO for thaw 1', 'Confirm GO for thaw 1'].map((step) => `${step}: window-ends-in-2-days`)
    : [];
}

export const happy: Scenario = {
  name: 'happy',
  title: 'From referral to the visit in year 15 and the watch for life, and nothing goes wrong.',
  protocol: 'kymriah',
  inHospital: true,
  play: (course) => ({
    scripts: [],
    operations: [],
    expect: {
      outcome: 'completed',
      log: {
        ...closed('completed'),
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...attended(course, course.protocol.followUp.visits.length),
        ...closure({ standDown: false }),
        plan: ['shipment-out', 'ready', 'delivery', movedByPrescription(course)],
        'LifelongWatch 1': ['entered', 'ended: settled'],
        'Arrange the lifelong watch 1': ['arranged'],
      },
      reminders: [
        ...remindersByLabel(course),
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Monitor the patient 1: due',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
      ],
      deviations: [],
    },
  }),
};
