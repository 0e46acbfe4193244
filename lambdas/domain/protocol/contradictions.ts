import { alternativesContradictions } from './contradictions-of-alternatives.ts';
import { clockContradictions } from './contradictions-of-clocks.ts';
import { givingContradictions } from './contradictions-of-giving.ts';
import { keepingContradictions } from './contradictions-of-keeping.ts';
import { originContradictions } from './contradictions-of-origin.ts';
import { releaseContradictions } from './contradictions-of-release.ts';
import { scheduleContradictions } from './contradictions-of-schedule.ts';
import { verificationContradictions } from './contradictions-of-verification.ts';
import { type Problem, show } from './problem.ts';
import type { Protocol } from './schema.ts';

type Section = keyof Protocol;
/** A rule between parts of a protocol. It is asked only when the sections it reads have the right shape. */
export interface Rule {
  readonly reads: readonly Section[];
  readonly find: (protocol: Protocol) => readonly Problem[];
}

const rules: readonly Rule[] = [
  ...originContradictions,
  ...scheduleContradictions,
  ...alternativesContradictions,
  ...clockContradictions,
  ...givingContradictions,
  ...releaseContradictions,
  ...verificationContradictions,
  ...keepingContradictions,
  {
    reads: ['product'],
    find: ({ product }) =>
      product.form.value.startsWith('frozen') && product.shelfLife === undefined
        ? [{ path: 'product.shelfLife', rule: 'shelf-life-missing', got: 'nothing', expected: 'a duration' }]
        : [],
  },
  {
    reads: ['status', 'verifiedBy', 'verifiedAt'],
    find: ({ status, verifiedBy, verifiedAt }) =>
      Object.entries({ verifiedBy, verifiedAt }).flatMap(([path, value]) =>
        (value !== undefined) === (status === 'verified')
          ? []
          : [
              {
                path,
                rule: status === 'verified' ? 'verified-by-nobody' : 'verifier-of-unverified',
                got: show(value),
                expected:
                  status === 'verified' ? 'who verified the file and when' : 'nothing while status is unverified',
              },
            ],
      ),
  },
  {
    reads: ['startingMaterial'],
    find: ({ startingMaterial: { kind, ...rest } }) =>
      kind !== 'none'
        ? []
        : Object.entries(rest)
            .filter(([, value]) => value !== undefined)
            .map(([key, value]) => ({
              path: `startingMaterial.${key}`,
              rule: 'nothing-to-collect',
              got: show(value),
              expected: 'nothing, because the kind is none',
            })),
  },
];

/** Every contradiction between the parts of a protocol whose sections, apart from `misshapen`, have the right shape. */
export const contradictions = (file: Protocol, misshapen: ReadonlySet<PropertyKey>): Problem[] =>
  rules.filter(({ reads }) => reads.every((section) => !misshapen.has(section))).flatMap(({ find }) => find(file));
