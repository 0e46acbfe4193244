import * as z from 'zod';
import { ROLES, STEPS } from '../../../lambdas/domain/vocabulary.ts';
import type { Operations } from '../../staff/address-again.ts';
import { callOps } from '../api.ts';

export const OPS_OPTION = {
  ops: {
    type: 'string',
    description: 'integration API of a deployed stack, with its stage; without it ATMP_URL, and embedded --url',
  },
} as const;

const openStep = z.object({
  step: z.enum(STEPS),
  phase: z.string(),
  round: z.int(),
  role: z.enum(ROLES).optional(),
  assignedTo: z.string().optional(),
});

const listed = z.object({
  journeys: z.array(z.object({ journeyId: z.string(), site: z.string(), open: z.array(openStep).optional() })),
  next: z.string().nullable(),
});

/** Operations behind `/ops`; `by` is who acts where no IAM principal says so. */
export const operationsAt = (url: string, by: string): Operations => ({
  async openJourneys() {
    const found: z.infer<typeof listed>['journeys'] = [];
    let from: string | null = '';
    while (from !== null) {
      const query: string = from === '' ? '' : `?from=${encodeURIComponent(from)}`;
      const page: z.infer<typeof listed> = listed.parse((await callOps(url, `/ops/journeys${query}`)).body);
      found.push(...page.journeys);
      from = page.next;
    }
    return found;
  },

  async command(journeyId, command, reason, args) {
    const body = JSON.stringify({ command, reason, by, args });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    await callOps(url, `/ops/journeys/${journeyId}/commands`, init, [202, 409]);
  },
});
