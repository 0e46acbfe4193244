import * as z from 'zod';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { reports } from '../../scenarios/usual-answers.ts';
import type { Answer } from '../scenario/scenario.ts';
import type { Reply } from '../scenario/world.ts';

/** Gates that ask a register, or who is competent, and how people go on past each once it is closed. */
const WAYS = {
  competent: 'emergency-continuation',
  'site-ready': 'qa-exemption',
  'risk-assessed': 'qa-exemption',
  'agreement-in-date': 'qa-exemption',
  'procedure-effective': 'qa-exemption',
  'storage-qualified': 'qa-exemption',
} as const;
export type QualityGate = keyof typeof WAYS;

const refusal = z.object({ detail: z.object({ gates: z.array(z.object({ gate: z.string() })) }) });

/** The gates of the quality system that a signature was refused by. */
export function qualityGates({ status, body }: Reply): readonly QualityGate[] {
  const { gates = [] } = (status === 403 ? refusal.safeParse(body).data?.detail : undefined) ?? {};
  return gates.flatMap(({ gate }) => (Object.hasOwn(WAYS, gate) ? [gate as QualityGate] : []));
}

const answered = z.object({ detail: z.object({ problem: z.string() }) });

/** Whoever wanted to exempt somebody came too late: its owner has renewed it, and nobody is in need of it. */
export const isOpenByNow = ({ status, body }: Reply): boolean =>
  status >= 400 && answered.safeParse(body).data?.detail.problem === 'gate-open';

/** Quality assurance is asked for an exemption when it was refused on this many days. */
const EXEMPTED_AFTER = 2;
/** On the day of treatment nobody waits. */
const NOBODY_WAITS_AT: readonly StepName[] = ['Give the product'];

/** What is signed before, so that a step goes on past gates that stay closed; nothing while people still wait for somebody to renew. */
export function waysPast(
  gates: readonly QualityGate[],
  { step, tries, performer }: { readonly step: StepName; readonly tries: number; readonly performer: string },
): readonly Answer[] {
  return gates.flatMap((gate) => {
    const explanation = 'Its owner renews it this week; the patient is waiting.';
    const isEmergency = WAYS[gate] === 'emergency-continuation';
    if (isEmergency ? !NOBODY_WAITS_AT.includes(step) || tries > 0 : tries !== EXEMPTED_AFTER) return [];
    const evidence: NonNullable<Answer['evidence']> = ({ ahead }) => ({
      gate,
      ...(isEmergency ? { performer } : {}),
      exemptedUntil: ahead(isEmergency ? 'PT12H' : 'P2D'),
      explanation,
    });
    return isEmergency
      ? [
          reports('emergency-continuation', 'PT5M', 'physician', evidence),
          reports('emergency-continuation', 'PT5M', 'pharmacist', evidence),
        ]
      : [reports('qa-exemption', 'PT2H', 'qa', evidence)];
  });
}
