import { expect, test } from 'vitest';
import { EMULATOR_GAPS } from '../../lib/emulator-gaps.ts';
import { deployment, synthesise } from './synthesised.ts';

const production = synthesise();
const emulator = synthesise(deployment({ stage: 'emulator' }));

type Resources = Readonly<
  Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
>;

/** Types of resources, and `type.property` for the properties they use. */
const features = (stacks: typeof production): ReadonlySet<string> =>
  new Set(
    stacks.all.flatMap((template) =>
      Object.values(template.toJSON().Resources as Resources).flatMap(({ Type, Properties = {} }) => [
        Type,
        ...Object.keys(Properties).map((property) => `${Type}.${property}`),
      ]),
    ),
  );

test('stage emulator leaves out exactly what the list of gaps names', () => {
  const missing = features(production).difference(features(emulator));
  const named = EMULATOR_GAPS.map(({ feature }) => feature as string);
  for (const feature of named) expect([...missing]).toContain(feature);
  const unexplained = [...missing].filter(
    (feature) => !named.some((gap) => feature === gap || feature.startsWith(`${gap}.`)),
  );
  expect(unexplained).toEqual([]);
});
