import { createHash } from 'node:crypto';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import { components } from '../../lambdas/domain/protocol/accessors.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';

/** Identifiers of one invented course, in the ranges ICCBBA keeps for examples (FIN A9999). */
export interface CourseIds {
  readonly chainOfIdentity: { readonly issuer: string; readonly scheme: string; readonly value: string };
  readonly makerOrder: string;
  donation(round: number): string;
  batch(round: number): string;
}

/** What a scenario is played with: the protocol, and identifiers that no other course on the same stack has. */
export interface Course {
  readonly protocol: Protocol;
  readonly ids: CourseIds;
  /** The containers of one dose, as this protocol packs them. */
  readonly containers: readonly string[];
  /** Which component each is of; empty where the dose is one component. */
  readonly containerComponents: readonly { readonly container: string; readonly component: string }[];
}

/** The course of an order number: the same number gives the same identifiers. */
export function courseOf(protocolId: string, order: string): Course {
  const found = protocols.latest(protocolId);
  if (!found.ok) throw new Error(found.refusal.message);
  const serial = String(createHash('sha256').update(order).digest().readUInt32BE(0) % 100_000).padStart(5, '0');
  return {
    protocol: found.value,
    ids: {
      chainOfIdentity: { issuer: 'A9999', scheme: 'isbt128', value: `CHA9999260${serial}` },
      makerOrder: `PO-${serial}`,
      donation: (round) => `A999926${serial}${round}`,
      batch: (round) => `BATCH-${serial}-${round}`,
    },
    containers: containersOf(found.value),
    containerComponents: components(found.value).flatMap(({ name }) =>
      name === undefined ? [] : [{ container: vialOf(name), component: name }],
    ),
  };
}

const vialOf = (component: string): string => `${component}-VIAL-1`;

/** One container of each component; two bags where the dose is one component that can come in several. */
function containersOf(protocol: Protocol): readonly string[] {
  return components(protocol).flatMap(({ name, containersPerDose: { min = 1, max = min } }) =>
    name === undefined
      ? Array.from({ length: Math.min(Math.max(min, 2), max) }, (_, index) => `BAG-${index + 1}`)
      : [vialOf(name)],
  );
}
