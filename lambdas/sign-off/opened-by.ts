import { mayOpen } from '../domain/sign-off/may-open.ts';
import type { Request } from '../middleware/http.ts';
import { type SessionDeps, type SignedIn, signedIn } from '../session/signed-in.ts';
import type { OpenedStep } from './opened-step.ts';

/** In whose hands a link is. Nothing of the patient is shown to anybody but `asked`. */
export type OpenedBy =
  /** Nobody signed in, on this device, for now. */
  | { readonly who: 'nobody' }
  /** Somebody signed in whom the step is none of: the link was forwarded. */
  | { readonly who: 'another'; readonly reader: SignedIn }
  | { readonly who: 'asked'; readonly reader: SignedIn };

export async function openedBy(deps: SessionDeps, request: Request, { stored, step }: OpenedStep): Promise<OpenedBy> {
  const reader = await signedIn(deps, request);
  if (reader === undefined) return { who: 'nobody' };
  return { who: mayOpen(stored.state, step, reader.member) ? 'asked' : 'another', reader };
}
