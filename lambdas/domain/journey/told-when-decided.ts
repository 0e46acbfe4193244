import type { EventData, MailClass } from '../events/data.ts';
import type { Role } from '../vocabulary.ts';

/** Who hears of a decision beside those whose step comes next. */
export interface Told {
  readonly what: 'product-given' | 'patient-lost' | 'finding-recorded';
  readonly to: readonly Role[];
  readonly class: MailClass;
}

const FINDING: Told = { what: 'finding-recorded', to: ['qa', 'physician'], class: 'critical' };

/** What a decision has to tell people at once; a mail never names a finding. */
export function toldWhenDecided({ step, decision, evidence }: EventData<'step.decided'>): Told | undefined {
  if (step === 'Give the product') {
    return decision === 'given' || decision === 'partly-given'
      ? { what: 'product-given', to: ['pharmacist', 'registry'], class: 'info' }
      : undefined;
  }
  if (step === 'Record follow-up visit') {
    if (decision === 'lost')
      return { what: 'patient-lost', to: ['coordinator', 'registry', 'programme-lead'], class: 'due' };
    return evidence.newMalignancy === true ? FINDING : undefined;
  }
  if (step === 'Confirm the death') {
    return ['possibly-related', 'related'].includes(String(evidence.relationToProduct)) ? FINDING : undefined;
  }
  if (step === 'Check donor tests') {
    return Object.values(evidence.markers ?? {}).includes('positive') ? FINDING : undefined;
  }
  return undefined;
}
