import type { Request, Response } from '../middleware/http.ts';
import type { OwnPage } from '../pages/worklist-views.ts';
import { type SignedIn, tokenFor } from '../session/signed-in.ts';
import { languageOf, seeOther } from '../sign-off/answer.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** Sends somebody without a session to sign in, and back to where they wanted to be. */
export const toSignIn = (deps: WorklistDeps, request: Request): Response =>
  seeOther(`/sign-in?lang=${languageOf(deps, request)}&next=${encodeURIComponent(request.path)}`);

export const ownPage = (deps: WorklistDeps, reader: SignedIn): OwnPage => ({
  reader: reader.member.name,
  formToken: tokenFor(reader),
  zone: deps.sites.find(({ id }) => id === reader.member.site)?.zone ?? 'UTC',
  now: deps.now(),
});
