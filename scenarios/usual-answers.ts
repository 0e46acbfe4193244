import type { StepScript } from '../local/scenario/scenario.ts';

/** Invented identifiers in the ranges ICCBBA keeps for examples (FIN A9999). */
export const CHAIN_OF_IDENTITY = { issuer: 'A9999', scheme: 'isbt128', value: 'CHA999926000001' } as const;
export const DONATION_NUMBERS = ['A999926000005', 'A999926000079', 'A999926000088'] as const;
export const BATCHES = ['BATCH-0001', 'BATCH-0002', 'BATCH-0003'] as const;
export const CONTAINERS = ['BAG-1', 'BAG-2'] as const;

/** The apheresis of a round; each collection has a donation number of its own, the chain of identity stays. */
export const apheresis = (round: number): StepScript => ({
  step: 'Record apheresis',
  round,
  answers: [
    {
      decision: 'collected',
      after: 'P6DT3H',
      evidence: ({ ago }) => ({
        donationNumber: DONATION_NUMBERS[round - 1],
        chainOfIdentity: CHAIN_OF_IDENTITY,
        startedAt: ago('PT5H'),
        endedAt: ago('PT1H'),
      }),
      happened: 'PT1H',
    },
  ],
});

export const certificate = (round: number): StepScript => ({
  step: 'Check certificate',
  round,
  answers: [
    {
      decision: 'certified',
      after: 'P24DT2H',
      evidence: ({ date }) => ({
        certificateReference: `QP-2027-${round}`,
        chainOfIdentity: CHAIN_OF_IDENTITY,
        batch: BATCHES[round - 1],
        containers: [...CONTAINERS],
        expiresOn: date(270),
      }),
    },
  ],
});

/** What is in hand when the product of a manufacturing round is accepted. */
export const asCertified = (round: number) => ({
  chainOfIdentity: CHAIN_OF_IDENTITY,
  batch: BATCHES[round - 1],
  containers: [...CONTAINERS],
  sealIntact: true,
  temperatureInRange: true,
  storagePosition: 'LN2-2 / rack 4 / box 7',
});

/** What people answer when nothing goes wrong. */
export const usualAnswers: readonly StepScript[] = [
  {
    step: 'Confirm eligibility',
    answers: [
      {
        decision: 'eligible',
        after: 'P1DT4H',
        evidence: () => ({
          indication: 'DLBCL, third line',
          decisionReference: 'MDT-2027-014',
          startingMaterial: 'leukapheresis',
        }),
      },
    ],
  },
  {
    step: 'Confirm consent',
    answers: [
      {
        decision: 'consented',
        after: 'P2DT2H',
        evidence: ({ date }) => ({ formVersion: 'CAR-T consent v7', signedOn: date(0) }),
      },
    ],
  },
  apheresis(1),
  certificate(1),
  {
    step: 'Accept receipt',
    answers: [{ decision: 'accepted', after: 'P3DT1H', evidence: () => asCertified(1) }],
  },
  {
    step: 'Give GO',
    answers: [
      {
        decision: 'go',
        after: 'P5D',
        evidence: () => ({ patientFit: true, productOnSite: true, rescueMedicationOnSite: true }),
      },
    ],
  },
  {
    step: 'Give the product',
    answers: [
      {
        decision: 'record',
        after: 'P5DT1H',
        evidence: () => ({ item: 'identity-checked-before-thaw', chainOfIdentity: CHAIN_OF_IDENTITY }),
      },
      { decision: 'record', after: 'PT6M', evidence: () => ({ item: 'thaw-started' }) },
      { decision: 'record', after: 'PT4M', evidence: () => ({ item: 'thaw-ended' }) },
      {
        decision: 'record',
        after: 'PT3M',
        evidence: () => ({ item: 'identity-checked', chainOfIdentity: CHAIN_OF_IDENTITY }),
      },
      { decision: 'record', after: 'PT2M', evidence: () => ({ item: 'infusion-started' }) },
      { decision: 'record', after: 'PT15M', evidence: () => ({ item: 'infusion-ended' }) },
      { decision: 'given', after: 'PT10M', evidence: () => ({ containersGiven: [...CONTAINERS] }) },
    ],
  },
  {
    step: 'Discharge',
    answers: [
      {
        decision: 'discharged',
        after: 'P12D',
        evidence: ({ date }) => ({ dischargedOn: date(0), alertCardGiven: true }),
      },
    ],
  },
  {
    step: 'Record follow-up visit',
    answers: [
      {
        decision: 'attended',
        after: 'P3D',
        evidence: ({ date }) => ({ visitedOn: date(0), newMalignancy: false, reportedToRegistry: true }),
      },
    ],
  },
];
