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
  /** People who are the last to be told of what is urgent, and whose address is not proved. */
  addressesDoubtful: 'AddressesDoubtful',
  /** Journeys and effects the sweep could not attend to. */
  sweepFailed: 'SweepFailed',
} as const;

/** Counted from a log, not put by a function. */
export const COUNTED = {
  /** Log of the state machines. */
  stepsLapsed: 'StepsLapsed',
  /** Log of `dispatch`: an effect that failed for good, not for a while. */
  effectsFailed: 'EffectsFailed',
  /** Logs of `sign-off`, `referral` and `worklist`: a wrong user id or PIN. */
  wrongPins: 'WrongPins',
} as const;
