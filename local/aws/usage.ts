/** What the embedded stack did, counted where AWS would bill it. */
export interface Usage {
  stateTransitions: number;
  lambdaInvocations: number;
  /** Read request units, from the size of the answers: 4 KiB each, half when eventually consistent. */
  dynamoReads: number;
  /** Write request units, approximated as one for each item, two in a transaction. */
  dynamoWrites: number;
  emails: number;
  /** Invocations by EventBridge Scheduler. */
  schedules: number;
}

export const noUsage = (): Usage => ({
  stateTransitions: 0,
  lambdaInvocations: 0,
  dynamoReads: 0,
  dynamoWrites: 0,
  emails: 0,
  schedules: 0,
});
