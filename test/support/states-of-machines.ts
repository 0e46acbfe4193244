import type { MachineModel } from '../../local/template/model.ts';

interface Flow {
  readonly States: Readonly<Record<string, { readonly Branches?: readonly Flow[] }>>;
}

const statesOf = ({ States }: Flow): readonly string[] =>
  Object.entries(States).flatMap(([name, { Branches = [] }]) => [name, ...Branches.flatMap(statesOf)]);

/** States of the machines that nobody entered, as `machine: state`. */
export function neverEntered(
  machines: readonly MachineModel[],
  entered: readonly ReadonlyMap<string, ReadonlySet<string>>[],
): readonly string[] {
  return machines.flatMap(({ logicalId, definition }) =>
    statesOf(definition as Flow)
      .filter((state) => !entered.some((machines) => machines.get(logicalId)?.has(state)))
      .map((state) => `${logicalId}: ${state}`),
  );
}
