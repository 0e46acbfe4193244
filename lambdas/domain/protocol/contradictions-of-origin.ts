import type { Rule } from './contradictions.ts';
import { at, type Problem, show, showPath } from './problem.ts';
import { isObject, walk } from './walk.ts';

/** The sections that hold what a label says. */
export const SECTIONS = [
  'startingMaterial',
  'manufacturing',
  'product',
  'shipping',
  'receipt',
  'preparation',
  'identity',
  'conditioning',
  'treatment',
  'monitoring',
  'discharge',
  'followUp',
  'traceability',
  'outOfSpecification',
  'stepDeadlines',
] as const;

/** Where values come from and where they are in force: every source and jurisdiction must be declared. */
export const originContradictions: readonly Rule[] = [
  {
    reads: ['sources'],
    find: ({ sources }) =>
      duplicates(sources.map(({ id }) => id)).map((index) => duplicate(`sources[${index}].id`, sources[index]?.id)),
  },
  {
    // Tolerant of the shape of what it walks, so that an unknown source is named even where a section is misshapen.
    reads: ['sources'],
    find: (file) => {
      const seen = new Map(file.sources.map((source) => [source.id, source.seen]));
      const problems: Problem[] = [];
      walk(file, ({ source, certainty }, path) => {
        if (typeof source !== 'string') return;
        const where = showPath([...path, 'source']);
        if (!seen.has(source)) {
          const expected = `one of ${[...seen.keys()].join(', ')}`;
          problems.push({ path: where, rule: 'unknown-source', got: show(source), expected });
        } else if (certainty === 'seen' && seen.get(source) === false) {
          const expected = `a source that was seen, or another certainty than seen`;
          problems.push({ path: where, rule: 'seen-in-unseen-source', got: show(source), expected });
        }
      });
      return problems;
    },
  },
  {
    reads: ['status'],
    find: (file) => {
      const problems: Problem[] = [];
      if (file.status !== 'verified') return problems;
      walk(file, ({ certainty }, path) => {
        if (certainty !== 'recalled') return;
        const expected = 'seen or site-default in a verified protocol';
        problems.push({
          path: showPath([...path, 'certainty']),
          rule: 'verified-but-recalled',
          got: show(certainty),
          expected,
        });
      });
      return problems;
    },
  },
  {
    reads: ['labels'],
    find: ({ labels, ...rest }) => {
      const known = new Set<unknown>(labels.map(({ jurisdiction }) => jurisdiction));
      const problems: Problem[] = duplicates([...labels.map(({ jurisdiction }) => jurisdiction)]).map((index) =>
        duplicate(`labels[${index}].jurisdiction`, labels[index]?.jurisdiction),
      );
      const expected = `one with a label: ${[...known].join(', ')}`;
      const ask = (name: unknown, path: readonly PropertyKey[]) => {
        if (typeof name === 'string' && !known.has(name)) {
          problems.push({ path: showPath(path), rule: 'jurisdiction-without-label', got: show(name), expected });
        }
      };
      for (const section of SECTIONS) {
        walk(rest[section], ({ jurisdiction, jurisdictions }, path) => {
          ask(jurisdiction, [section, ...path, 'jurisdiction']);
          if (!Array.isArray(jurisdictions)) return;
          for (const [index, name] of jurisdictions.entries()) ask(name, [section, ...path, 'jurisdictions', index]);
        });
      }
      return problems;
    },
  },
  {
    reads: ['notFound'],
    find: (file) =>
      (file.notFound ?? []).flatMap((path, index) => {
        const value = at(file, path.split('.'));
        if (value === undefined && isObject(at(file, path.split('.').slice(0, 1)))) return [];
        const got = value === undefined ? show(path) : `${show(path)}, which is ${show(value)}`;
        return [{ path: `notFound[${index}]`, rule: 'found-after-all', got, expected: 'the path of a value left out' }];
      }),
  },
];

/** The places of entries that were there before. */
export const duplicates = (values: readonly string[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

export const duplicate = (path: string, got: unknown): Problem => ({
  path,
  rule: 'duplicate',
  got: show(got),
  expected: 'each only once',
});
