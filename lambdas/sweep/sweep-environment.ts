import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { commonEnvironment, environment, mirrors, proveAddresses, sites } from '../middleware/environment.ts';
import type { Runtime } from '../middleware/runtime.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  METRIC_NAMESPACE: z.string().min(1),
  IDENTITIES_TABLE: z.string().min(1),
  MIRRORS: mirrors(),
  SITES: sites(),
  PROVE_ADDRESSES: proveAddresses,
}));

/** What the deployment tells the sweep. */
export const sweepEnvironment = (runtime: Pick<Runtime, 'env'>) => environment(runtime, schema());

export type SweepEnvironment = ReturnType<typeof sweepEnvironment>;
