import { Fault, TransientFault } from '../domain/faults.ts';
import type { KeptBesides, Registers } from '../domain/ports.ts';
import { changeAsSigned } from '../domain/quality/change-as-signed.ts';
import { changeControl } from '../domain/registers/change-control.ts';
import { asApproved } from '../domain/registers/change-control-steps.ts';
import { changeControls } from '../domain/registers/change-controls.ts';
import { closingEffects } from '../domain/registers/keep-entry.ts';
import { keepRecord } from '../domain/registers/keep-record.ts';
import type { EffectDeps } from './effect-deps.ts';

type KeepDeps = Pick<EffectDeps, 'store'> & { readonly registers: Pick<Registers, 'of' | 'keep'> };

/**
 * Keeps in the register of change controls every version that was signed in a case and is not there yet, the oldest first: so that it does not
 * matter which of several is asked for first, or how often. What two people approved stays so, whatever is corrected in the case afterwards.
 */
export async function keepChange({ store, registers }: KeepDeps, journeyId: string): Promise<void> {
  const { state } = (await store.load(journeyId)) ?? {};
  if (state?.qualityCase?.kind !== 'change-control')
    throw new Fault(`Journey ${journeyId}: expected the case of a change`);
  const { id } = state.qualityCase;
  const site = state.site.id;
  for (const { seq, ...version } of changeAsSigned(state).versions) {
    const before = (await registers.of(site, 'change-controls', id)).at(-1);
    if (before?.signedIn?.journeyId === journeyId && before.signedIn.seq >= seq) continue;
    const known = before === undefined ? undefined : changeControl().parse(before.entry);
    const asKept = { ...version, entry: asApproved(version.entry, known), signedIn: { journeyId, seq } };
    const kept = keepRecord(changeControls, { site, id, ...asKept }, before);
    if (!kept.ok) throw new Fault(`Journey ${journeyId}: ${kept.refusal.message}`);
    const change = kept.value;
    if (change === null) continue;
    const effectsOf: KeptBesides['effectsOf'] = (one, stood) => closingEffects(one, stood, state.site.zone);
    const stands = await registers.keep([change], { effectsOf });
    if (!stands.ok) throw new TransientFault(`Journey ${journeyId}: ${stands.refusal.message}`);
  }
}
