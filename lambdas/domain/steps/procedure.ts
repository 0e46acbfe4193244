import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { PHASES, type PhaseName, STEPS, type StepName } from '../vocabulary.ts';

const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\s\p{Cc}]+( [^\s\p{Cc}]+)*$/u, 'expected text in one line');

/** A written procedure (SOP) of the site, in the version that was in force. */
export const procedure = z.strictObject({ id: text(60), version: text(20) });
export type Procedure = z.infer<typeof procedure>;

/** The procedures of one site, by step, or by phase for all of its steps that have none of their own. */
export const siteProcedures = lazily(() =>
  z.strictObject({
    site: z.string(),
    of: z.partialRecord(z.enum([...STEPS, ...PHASES]), procedure),
  }),
);
export type SiteProcedures = z.infer<ReturnType<typeof siteProcedures>>;

/** By which procedure of its site a step is done; undefined where the site has named none. */
export function procedureOf(
  procedures: readonly SiteProcedures[],
  site: string,
  { step, phase }: { readonly step: StepName; readonly phase: PhaseName },
): Procedure | undefined {
  const of = procedures.find((one) => one.site === site)?.of;
  return of?.[step] ?? of?.[phase];
}

/** Where a procedure is read: the address of the site's document system, with `{id}` and `{version}` in it. */
export const procedureLink = (address: string, { id, version }: Procedure): string =>
  address.replaceAll('{id}', encodeURIComponent(id)).replaceAll('{version}', encodeURIComponent(version));
