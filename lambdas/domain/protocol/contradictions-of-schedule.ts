import type { Rule } from './contradictions.ts';
import { duplicate, duplicates } from './contradictions-of-origin.ts';
import { compareDurations } from './durations.ts';
import { type Problem, show, showPath } from './problem.ts';
import type { Protocol, Visit } from './schema.ts';
import { isObject, walk } from './walk.ts';

const RANGED = [
  'startingMaterial',
  'manufacturing',
  'product',
  'shipping',
  'preparation',
  'treatment',
  'monitoring',
  'outOfSpecification',
] as const;

/** Compares two values of one kind: numbers, or ISO durations. */
function isAbove(min: unknown, max: unknown): boolean {
  if (!isObject(min) || !isObject(max)) return false;
  if (typeof min.value === 'number' && typeof max.value === 'number') return min.value > max.value;
  return typeof min.value === 'string' && typeof max.value === 'string'
    ? compareDurations(min.value, max.value) > 0
    : false;
}

const upsideDown = (section: keyof Protocol, rule: string): Rule => ({
  reads: [section],
  find: (file) => {
    const problems: Problem[] = [];
    walk(file[section], ({ min, max }, path) => {
      if (!isObject(min) || !isObject(max)) return;
      const where = showPath([section, ...path]);
      if (min.unit !== max.unit) {
        const expected = `one unit, ${show(max.unit)}`;
        problems.push({ path: `${where}.min.unit`, rule: 'two-units', got: show(min.unit), expected });
      } else if (isAbove(min, max)) {
        const expected = `at most max, ${show(max.value)}`;
        problems.push({ path: `${where}.min`, rule, got: show(min.value), expected });
      }
    });
    return problems;
  },
});

const PERIOD: Readonly<Record<string, string>> = { D: 'D', W: 'W', M: 'M', Y: 'Y' };
const saidByName = ({ name }: Visit): string => `P${name.slice(1)}${PERIOD[name.charAt(0)] ?? ''}`;

function visitProblems({ years, visits }: Protocol['followUp']): Problem[] {
  const problems = duplicates(visits.map(({ name }) => name)).map((index) => ({
    ...duplicate(`followUp.visits[${index}].name`, visits[index]?.name),
    rule: 'duplicate-visit',
  }));
  for (const [index, visit] of visits.entries()) {
    const where = `followUp.visits[${index}]`;
    const after = visit.after.value;
    if (compareDurations(after, saidByName(visit)) !== 0) {
      const expected = `${saidByName(visit)}, as its name ${visit.name} says`;
      problems.push({ path: `${where}.after`, rule: 'visit-belies-its-name', got: show(after), expected });
    }
    if (compareDurations(visit.windowBefore.value, after) >= 0) {
      const expected = `shorter than ${after}, or it opens before the product is given`;
      problems.push({
        path: `${where}.windowBefore`,
        rule: 'window-upside-down',
        got: show(visit.windowBefore.value),
        expected,
      });
    }
    const previous = visits[index - 1];
    if (previous !== undefined && compareDurations(after, previous.after.value) <= 0) {
      const expected = `later than ${previous.name} (${previous.after.value})`;
      problems.push({ path: `${where}.after`, rule: 'visits-out-of-order', got: show(after), expected });
    }
  }
  const last = visits.at(-1);
  if (last !== undefined && compareDurations(last.after.value, `P${years.value}Y`) !== 0) {
    const expected = `P${years.value}Y, the end of the follow-up`;
    const path = `followUp.visits[${visits.length - 1}].after`;
    problems.push({ path, rule: 'follow-up-ends-elsewhere', got: show(last.after.value), expected });
  }
  return problems;
}

/** What has an order in time or size: ranges, windows, visits, and rules that must end. */
export const scheduleContradictions: readonly Rule[] = [
  ...RANGED.map((section) => upsideDown(section, 'min-above-max')),
  upsideDown('conditioning', 'window-upside-down'),
  {
    reads: ['conditioning'],
    find: ({ conditioning }) => {
      const seen = new Set<string>();
      return (conditioning?.windows ?? []).flatMap(({ jurisdiction, indications }, index) =>
        indications.flatMap((indication, place) => {
          const key = JSON.stringify([jurisdiction, indication]);
          const again = seen.has(key);
          seen.add(key);
          return again
            ? [duplicate(`conditioning.windows[${index}].indications[${place}]`, `${jurisdiction} ${indication}`)]
            : [];
        }),
      );
    },
  },
  {
    reads: ['preparation'],
    find: ({ preparation: { inUseClocks } }) =>
      duplicates(inUseClocks.map(({ name }) => name)).map((index) =>
        duplicate(`preparation.inUseClocks[${index}].name`, inUseClocks[index]?.name),
      ),
  },
  {
    reads: ['monitoring'],
    find: ({ monitoring }) => {
      const places = monitoring.profiles.flatMap(({ jurisdictions }, index) =>
        jurisdictions.map((name) => ({ name, index })),
      );
      const twice = duplicates(places.map(({ name }) => name)).map((place) =>
        duplicate(`monitoring.profiles[${places[place]?.index}].jurisdictions`, places[place]?.name),
      );
      const endless = monitoring.profiles.flatMap(({ daily, total, proximity }, index) =>
        (daily ?? total ?? proximity)
          ? []
          : [
              {
                path: `monitoring.profiles[${index}]`,
                rule: 'monitoring-without-end',
                got: 'no duration',
                expected: 'at least one of daily, total, proximity',
              },
            ],
      );
      return [...twice, ...endless];
    },
  },
  { reads: ['followUp'], find: ({ followUp }) => visitProblems(followUp) },
];
