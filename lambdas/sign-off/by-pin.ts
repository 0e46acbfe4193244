import { ok, refuse } from '../domain/outcome.ts';
import type { SignOffDeps } from './opened-step.ts';
import type { Authenticate } from './sign.ts';

/** Proven by user id and PIN. */
export const byPin =
  (deps: Pick<SignOffDeps, 'staff' | 'now'>): Authenticate =>
  async ({ signer, pin }) => {
    if (pin === undefined) return refuse('unauthenticated', 'Signing takes user id and PIN: got no pin.');
    const proof = await deps.staff.authenticate(signer, pin, deps.now());
    return proof.ok ? ok({ ...proof.value, assurance: 'pin' }) : proof;
  };
