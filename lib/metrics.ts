/** Namespace of the metrics that `sweep` puts. */
export const METRIC_NAMESPACE = 'AtmpJourney';

/**
 * Metrics put by `sweep`, once a run: `JourneysOpen` by dimension `Phase`; all others without dimensions.
 * `NextDueInHours` is of the journey due soonest; the rest are counts.
 */
export const METRICS = {
  journeysOpen: 'JourneysOpen',
  nextDueInHours: 'NextDueInHours',
  overdue: 'Overdue',
  stuck: 'Stuck',
  undelivered: 'Undelivered',
  sweepRan: 'SweepRan',
} as const;

/** Counted from the log of the state machines, not put by a function. */
export const STEPS_LAPSED = 'StepsLapsed';
