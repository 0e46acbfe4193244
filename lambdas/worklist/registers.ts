import { counted, isShown, listed, SHOWN } from '../domain/registers/listed.ts';
import { REGISTERS, type RegisterName } from '../domain/registers/names.ts';
import type { Asked } from '../domain/registers/why-not.ts';
import type { Request, Response } from '../middleware/http.ts';
import { renderRegisterPage } from '../pages/register-page.ts';
import { renderRegistersPage } from '../pages/registers-page.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** A page of a long register stays below 60 kB. */
const MOST_LINES = 40;

/** `GET /worklist/registers`: every register of the reader's site, and how much of it may not be used or ends soon. */
export async function showRegisters(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { site } = reader.member;
  const counts = counted(await deps.registers.readiness(site), askedNow(deps, reader));
  const view = { ...ownPage(deps, reader), site: deps.sites.find(({ id }) => id === site)?.name ?? site, counts };
  return page(200, renderRegistersPage(view, languageOf(deps, request, site)));
}

/** `GET /worklist/registers/{register}`: how its entries stand. */
export async function showRegister(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { site } = reader.member;
  const register = registerOf(request);
  if (register === undefined) return notThere(deps, request, reader);
  const asked = askedNow(deps, reader);
  const all = listed(await deps.registers.readiness(site), register, asked);
  const shown = SHOWN.find((one) => one === request.query.show);
  const lines = shown === undefined ? all : all.filter((line) => isShown(line, shown, asked));
  const pages = Math.max(1, Math.ceil(lines.length / MOST_LINES));
  const wanted = /^\d{1,4}$/.test(request.query.page ?? '') ? Number(request.query.page) : 1;
  const number = Math.min(Math.max(wanted, 1), pages);
  const onPage = lines.slice((number - 1) * MOST_LINES, number * MOST_LINES);
  const view = {
    ...ownPage(deps, reader),
    register,
    lines: onPage,
    entries: all.length,
    page: number,
    pages,
    ...(shown === undefined ? {} : { shown }),
  };
  return page(200, renderRegisterPage(view, languageOf(deps, request, site)));
}

export const registerOf = ({ parameters }: Request): RegisterName | undefined =>
  REGISTERS.find((one) => one === parameters.register);

/** What another site has is answered as what is not there. */
export const notThere = (deps: WorklistDeps, request: Request, { member }: SignedIn): Response =>
  outcomePage(
    { code: 'not-found', message: 'This register or entry was not found.' },
    languageOf(deps, request, member.site),
  );

export function askedNow(deps: WorklistDeps, reader: SignedIn): Asked {
  const { zone, now } = ownPage(deps, reader);
  const policy = deps.sites.find(({ id }) => id === reader.member.site)?.policy;
  return { at: now, zone, mirrorAge: policy?.registers?.mirrorAge };
}
