import { ACTIONS, ASPECTS, type Coverage, GOALS } from './coverage.ts';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const linked = (tests: readonly string[]): string =>
  tests.map((test) => `[${test.split('/').at(-1)?.replace('.test.ts', '')}](../${test})`).join(', ');

const rowOf = (first: string, { held, registers, gates, scenarios, tests, waitsFor }: Coverage): string =>
  `| ${[first, waitsFor === undefined ? held : `${held} Waits for: ${waitsFor}`, code(registers), code(gates), code(scenarios), linked(tests)].join(' | ')} |`;

const table = (first: string, rows: readonly string[]): string =>
  [`| ${first} | What is held | Registers | Gates | Scenarios | Tests |`, '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );

/** The whole document. */
export const renderCoverage = (): string =>
  [
    '# Coverage of the quality system',
    '',
    'Written by `npm run qms-coverage` from `local/qms/coverage.ts`; a test holds it to what there is. Priority actions, aspects and goals are those of the scoping review by Shi et al.',
    '(2025, [doi 10.1016/j.omtm.2025.101485](https://doi.org/10.1016/j.omtm.2025.101485)). `npm run demo -- --scenario NAME` plays a scenario.',
    ...ACTIONS.flatMap(({ action, cells }, place) => [
      '',
      `## Action ${place + 1}: ${action}`,
      '',
      table(
        'Aspect',
        ASPECTS.map((aspect) => rowOf(aspect, cells[aspect])),
      ),
    ]),
    '',
    '## Goals',
    '',
    table(
      'Goal',
      GOALS.map(({ goal, coverage }) => rowOf(goal, coverage)),
    ),
    '',
  ].join('\n');
