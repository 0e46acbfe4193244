import type { Rule } from './contradictions.ts';
import { duplicate, duplicates, SECTIONS } from './contradictions-of-origin.ts';
import { show } from './problem.ts';
import { gatingValues, unverifiedFor } from './verification.ts';

const EVERYTHING = [...SECTIONS, 'codes', 'labels', 'verifications'] as const;

/** Signatures that cannot mean what they say. Whether they are enough is asked by `unverifiedFor`. */
export const verificationContradictions: readonly Rule[] = [
  {
    reads: EVERYTHING,
    find: (file) => {
      if (file.verifications === undefined) return [];
      const known = new Set(gatingValues(file).map(({ path }) => path));
      return file.verifications.flatMap(({ path }, index) =>
        known.has(path)
          ? []
          : [
              {
                path: `verifications[${index}].path`,
                rule: 'verification-of-unknown-path',
                got: show(path),
                expected: 'the path of a gating value, as atmp protocol check --for production prints it',
              },
            ],
      );
    },
  },
  {
    reads: ['verifications'],
    find: ({ verifications = [] }) => [
      ...duplicates(verifications.map(({ path }) => path)).map((index) =>
        duplicate(`verifications[${index}].path`, verifications[index]?.path),
      ),
      ...verifications.flatMap(({ by }, index) =>
        duplicates(by.map(({ id }) => id)).map((place) => ({
          path: `verifications[${index}].by[${place}].id`,
          rule: 'same-person-twice',
          got: show(by[place]?.id),
          expected: 'two different persons',
        })),
      ),
    ],
  },
  {
    reads: [...EVERYTHING, 'status', 'verifiedAt'],
    find: (file) =>
      file.status === 'verified' && file.verifiedAt !== undefined
        ? unverifiedFor(file, file.verifiedAt).map(({ path, problem }) => ({
            path,
            rule: 'verified-but-unsigned',
            got: problem,
            expected: 'two signatures in verifications, or status unverified',
          }))
        : [],
  },
];
