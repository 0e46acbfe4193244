/** The log of phases that went as usual, by stream; a scenario names what differs. */
export const ordered = {
  'Confirm eligibility 1': ['eligible'],
  'Confirm consent 1': ['consented'],
  'Order 1': ['entered', 'ended: ordered'],
} as const;

export const collected = (round = 1) => ({
  [`Record apheresis ${round}`]: ['collected'],
  [`Collection ${round}`]: ['entered', 'ended: collected'],
});

export const certified = (round = 1) => ({
  [`Check certificate ${round}`]: ['certified'],
  [`Manufacturing ${round}`]: ['entered', 'ended: certified'],
});

export const received = (round = 1) => ({
  [`Accept receipt ${round}`]: ['accepted'],
  [`Receipt ${round}`]: ['entered', 'ended: accepted'],
});

export const treated = (round = 1) => ({
  [`Give GO ${round}`]: ['go'],
  [`Give the product ${round}`]: [
    'identity-checked-before-thaw',
    'thaw-started',
    'thaw-ended',
    'identity-checked',
    'infusion-started',
    'infusion-ended',
    'given',
  ],
  [`Discharge ${round}`]: ['discharged'],
  [`Treatment ${round}`]: ['entered', 'ended: treated'],
});

/** Visits of the plan that were attended, from the first to the one of this number. */
export const attended = (visits: number): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Array.from({ length: visits }, (_, index) => index + 1).flatMap((round) => [
      [`Record follow-up visit ${round}`, ['attended']],
      [`FollowUpVisit ${round}`, ['entered', 'ended: attended']],
    ]),
  );

/** A visit at which the patient was found to have died: the last of a scenario that needs no fifteen years. */
export const diedAt = (round: number): Readonly<Record<string, readonly string[]>> => ({
  ...attended(round - 1),
  [`Record follow-up visit ${round}`]: ['died'],
  [`FollowUpVisit ${round}`]: ['entered', 'ended: died'],
});

export const closed = (outcome: string) => ({ journey: ['opened', `closed: ${outcome}`] });
