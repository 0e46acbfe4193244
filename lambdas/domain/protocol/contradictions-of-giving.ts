import type { Rule } from './contradictions.ts';
import { duplicate, duplicates } from './contradictions-of-origin.ts';
import { compareDurations } from './durations.ts';
import { type Problem, show } from './problem.ts';
import type { Protocol } from './schema.ts';
import { ANY_INDICATION } from './terms.ts';

/** No GO outlives two days: what it looked at (infection, fitness, a bed) does not. clinical-pathway.md 1.18, 1.20. */
const LONGEST_GO = 'PT48H';

/** Between conditioning and the product in the patient. */
export const givingContradictions: readonly Rule[] = [
  {
    reads: ['treatment'],
    find: ({ treatment }) =>
      Object.entries(treatment?.goValidity ?? {}).flatMap(([name, { value }]) =>
        compareDurations(value, LONGEST_GO) > 0
          ? [
              {
                path: `treatment.goValidity.${name}`,
                rule: 'go-valid-too-long',
                got: show(value),
                expected: `at most ${LONGEST_GO}`,
              },
            ]
          : [],
      ),
  },
  {
    reads: ['treatment'],
    find: ({ treatment: { tocilizumab = [] } = {} as NonNullable<Protocol['treatment']> }) =>
      duplicates(tocilizumab.map(({ jurisdiction }) => jurisdiction)).map((index) =>
        duplicate(`treatment.tocilizumab[${index}].jurisdiction`, tocilizumab[index]?.jurisdiction),
      ),
  },
  {
    reads: ['conditioning'],
    find: ({ conditioning }) =>
      conditioning?.windows.length === 0 && conditioning.daysBefore === undefined
        ? [
            {
              path: 'conditioning.windows',
              rule: 'conditioning-without-window',
              got: 'no window',
              expected: 'a window, or daysBefore',
            },
          ]
        : [],
  },
  {
    reads: ['conditioning'],
    find: ({ conditioning: { windows = [] } = {} as NonNullable<Protocol['conditioning']> }) =>
      windows.flatMap(({ jurisdiction, indications }, index) => {
        const others = windows.filter((other, at) => at !== index && other.jurisdiction === jurisdiction);
        const alone = others.length === 0 && indications.length === 1;
        return indications.includes(ANY_INDICATION) && !alone
          ? [
              {
                path: `conditioning.windows[${index}].indications`,
                rule: 'any-beside-others',
                got: show(indications),
                expected: `${ANY_INDICATION} as the only window of ${jurisdiction}, or each indication by name`,
              },
            ]
          : [];
      }),
  },
  { reads: ['product'], find: ({ product }) => componentProblems(product) },
  {
    reads: ['followUp'],
    find: ({ followUp: { registry, visits } }) => {
      const names = visits.map(({ name }) => name);
      return (registry?.reports.value ?? []).flatMap((name, index) =>
        names.includes(name)
          ? []
          : [
              {
                path: `followUp.registry.reports.value[${index}]`,
                rule: 'report-of-unknown-visit',
                got: show(name),
                expected: `one of ${names.join(', ')}`,
              },
            ],
      );
    },
  },
];

function componentProblems({ components, containers }: Protocol['product']): Problem[] {
  if (components === undefined) return [];
  const names = duplicates(components.map(({ name }) => name)).map((index) =>
    duplicate(`product.components[${index}].name`, components[index]?.name),
  );
  const orders = duplicates(components.map(({ order }) => String(order.value))).map((index) => ({
    ...duplicate(`product.components[${index}].order`, components[index]?.order.value),
    rule: 'component-order-twice',
  }));
  const sums = (['min', 'max'] as const).flatMap((bound) => {
    const whole = containers.perDose[bound]?.value;
    const parts = components.map(({ containersPerDose }) => containersPerDose[bound]?.value);
    const sum = parts.reduce<number>((total, part) => total + (part ?? Number.NaN), 0);
    if (whole === undefined || Number.isNaN(sum) || whole === sum) return [];
    const path = `product.containers.perDose.${bound}`;
    return [
      { path, rule: 'components-do-not-add-up', got: show(whole), expected: `${sum}, the sum of the components` },
    ];
  });
  return [...names, ...orders, ...sums];
}
