import { type Asked, because } from './evidence.ts';
import type { DecisionDefinition } from './step.ts';

/** A decision that only states what was done or found; on its own it asks why. */
export const recorded = (meaning: string, evidence: Asked = because): DecisionDefinition => ({
  kind: 'record',
  meaning,
  evidence,
  gates: [],
});

/** A decision that ends or waits; nothing ever closes it. */
export const stopping = (meaning: string, evidence: Asked = because): DecisionDefinition => ({
  kind: 'stop',
  meaning,
  evidence,
  gates: [],
});

/** What an authorisation is made of beside its kind. */
export const authorised = (
  meaning: string,
  evidence: Asked,
  more: Partial<Pick<DecisionDefinition, 'gates' | 'check' | 'claims'>> = {},
): DecisionDefinition => ({ kind: 'authorise', meaning, evidence, gates: [], ...more });

/** The three ways on after something was lost: the same course of treatment, begun again further up. */
export const waysBack = (
  found: string,
  evidence: Asked = because,
): Readonly<Record<'remake' | 'recollect' | 'stopped', DecisionDefinition>> => ({
  remake: recorded(`${found} The product has to be manufactured again.`, evidence),
  recollect: recorded(`${found} Starting material has to be collected again.`, evidence),
  stopped: stopping(`${found} The treatment is stopped.`, evidence),
});
