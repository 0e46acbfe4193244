import type { Rule } from './contradictions.ts';
import { SECTIONS } from './contradictions-of-origin.ts';
import { compareDurations } from './durations.ts';
import { type Problem, show, showPath } from './problem.ts';
import type { Protocol } from './schema.ts';
import { MEASURED_STARTS } from './supply-sections.ts';
import { isObject, walk } from './walk.ts';

const measured: readonly string[] = MEASURED_STARTS;

/** Clocks that never run, amounts below nothing, and a conditioning that would be repeated before it counts. */
export const clockContradictions: readonly Rule[] = [
  {
    reads: ['preparation'],
    find: ({ preparation: { inUseClocks } }) =>
      inUseClocks.flatMap(({ start, end }, index): readonly Problem[] => {
        const path = `preparation.inUseClocks[${index}]`;
        if (!measured.includes(start)) {
          const expected = `an event that is recorded at the bedside: ${measured.join(', ')}`;
          return [{ path: `${path}.start`, rule: 'clock-nobody-starts', got: show(start), expected }];
        }
        return start === end
          ? [{ path: `${path}.end`, rule: 'clock-ends-at-its-start', got: show(end), expected: 'a later event' }]
          : [];
      }),
  },
  ...SECTIONS.map(
    (section): Rule => ({
      reads: [section],
      find: (file) => {
        const problems: Problem[] = [];
        walk(file[section], ({ unit, value, alternatives }, path) => {
          // Only a temperature can lie below zero.
          if (typeof unit !== 'string' || unit === '°C') return;
          const others = Array.isArray(alternatives)
            ? alternatives.map((one) => (isObject(one) ? one.value : one))
            : [];
          for (const amount of [value, ...others]) {
            if (typeof amount !== 'number' || amount >= 0) continue;
            const where = showPath([section, ...path, 'value']);
            problems.push({ path: where, rule: 'amount-below-zero', got: show(amount), expected: `0 ${unit} or more` });
          }
        });
        return problems;
      },
    }),
  ),
  { reads: ['conditioning'], find: ({ conditioning }) => repeatProblems(conditioning) },
];

function repeatProblems(conditioning: Protocol['conditioning']): readonly Problem[] {
  const delayedBy = conditioning?.repeat?.delayedBy.value;
  if (conditioning === undefined || delayedBy === undefined) return [];
  const days = conditioning.daysBefore?.value ?? [];
  const opens = [
    ...conditioning.windows.map(({ min }) => min.value),
    ...(days.length === 0 ? [] : [`P${Math.min(...days)}D`]),
  ].toSorted(compareDurations);
  const latest = opens.at(-1);
  if (latest === undefined || compareDurations(delayedBy, latest) > 0) return [];
  return [
    {
      path: 'conditioning.repeat.delayedBy',
      rule: 'repeat-before-window',
      got: show(delayedBy),
      expected: `longer than ${latest}, when the product may be given at the earliest`,
    },
  ];
}
