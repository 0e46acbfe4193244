import { keepCompetence } from '../domain/competence/keep-competence.ts';
import { type CompetenceLine, competenceListed } from '../domain/competence/listed-competence.ts';
import { TASKS } from '../domain/competence/tasks.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { KEEPERS } from '../domain/staff/who-may-change.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { renderCompetenceOfPage, renderCompetencePage } from '../pages/competence-page.ts';
import type { CompetenceOfView } from '../pages/competence-views.ts';
import { readPosted, shownAgain } from '../pages/form/posted.ts';
import { competencePath } from '../pages/register-address.ts';
import { isFromOurPages, isOwnForm, type SignedIn } from '../session/signed-in.ts';
import { languageOf, page, seeOther } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { notThere } from './registers.ts';
import { proofOf } from './sign-in.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** A page of a large site stays below 60 kB. */
const MOST_LINES = 60;

const isKeeper = ({ member }: SignedIn): boolean => KEEPERS.some((role) => member.roles.includes(role));

/** `GET /worklist/registers/competence`: who may do which task until when. Of others only whoever keeps the register sees it. */
export async function showCompetence(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const people = isKeeper(reader) ? await deps.staffOf(member.site) : [member];
  const task = TASKS.find((one) => one === request.query.task);
  const all = (await linesOf(deps, reader, people)).filter((line) => task === undefined || line.task === task);
  const view = {
    ...ownPage(deps, reader),
    lines: all.slice(0, MOST_LINES),
    left: Math.max(0, all.length - MOST_LINES),
    ofAll: isKeeper(reader),
    ...(task === undefined ? {} : { task }),
  };
  return page(200, renderCompetencePage(view, languageOf(deps, request, member.site)));
}

/** `GET /worklist/registers/competence/{person}`: everything recorded of one person. */
export const showCompetenceOf = (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  competencePage(deps, request, reader);

async function competencePage(
  deps: WorklistDeps,
  request: Request,
  reader: SignedIn,
  notTaken?: Required<Pick<CompetenceOfView, 'problem'>> &
    Pick<CompetenceOfView, 'typed'> & { readonly status: number },
): Promise<Response> {
  const person = await personOf(deps, request, reader);
  if (person === undefined) return notThere(deps, request, reader);
  const lines = await linesOf(deps, reader, [person]);
  const records = await deps.competence.of(person.id);
  const view: CompetenceOfView = {
    ...ownPage(deps, reader),
    person: { id: person.id, name: person.name },
    lines,
    records: records.toReversed(),
    revocable:
      isKeeper(reader) && person.id !== reader.member.id
        ? lines.filter(({ how }) => how !== 'revoked').map(({ task }) => task)
        : [],
    isDone: request.query.signed === 'revoked' && records.at(-1)?.what === 'revoked',
    ...notTaken,
  };
  return page(notTaken?.status ?? 200, renderCompetenceOfPage(view, languageOf(deps, request, reader.member.site)));
}

/** `POST /worklist/registers/competence/{person}`: takes back, at once, that somebody is competent; signed with the PIN. */
export async function revokeCompetence(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const person = await personOf(deps, request, reader);
  if (person === undefined) return notThere(deps, request, reader);
  const read = readPosted(request.body.toString('utf8'));
  const first = (name: string): string => (read.ok ? (read.values.get(name)?.[0] ?? '') : '');
  const again = (key: string, code: Refusal['code'], message?: string): Promise<Response> => {
    log('warn', 'register change refused', { by: member.id, register: 'competence', code, key });
    return competencePage(deps, request, reader, {
      status: STATUS[code],
      problem: { key, ...(message === undefined ? {} : { message }) },
      ...(read.ok ? { typed: shownAgain(read.values) } : {}),
    });
  };
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(reader, first('form'))) {
    return again('from-elsewhere', 'forbidden');
  }
  const [task, why] = [first('task'), first('because')];
  if (task === '' || why === '') return again('required', 'invalid');
  const proof = await proofOf(deps, member.id, first('pin'));
  if (proof === undefined) return again('wrong-credential', 'unauthenticated');
  const zoneOf = (): string => ownPage(deps, reader).zone;
  const stated = { person: person.id, by: member.id, at: deps.now() };
  const kept = await keepCompetence({ ...deps, zoneOf }, stated, { what: 'revoked', task, why }, proof);
  if (!kept.ok) {
    if ((await proof.lost()) !== null) return again('wrong-credential', 'unauthenticated');
    const { code, message } = kept.refusal;
    return code === 'conflict' ? again('busy', code) : again('refused', code, message);
  }
  log('info', 'register changed', { by: member.id, register: 'competence', what: 'revoked' });
  return seeOther(`${competencePath(person.id)}?lang=${languageOf(deps, request, member.site)}&signed=revoked`);
}

/** Whom an address names: oneself, or anybody of the site where the reader keeps the register. */
async function personOf(
  { staff }: WorklistDeps,
  { parameters }: Request,
  reader: SignedIn,
): Promise<StaffMember | undefined> {
  const id = userId(parameters.entry ?? '');
  if (id !== reader.member.id && !isKeeper(reader)) return undefined;
  const found = await staff.find(id);
  return found?.site === reader.member.site ? found : undefined;
}

async function linesOf(
  deps: WorklistDeps,
  reader: SignedIn,
  people: readonly StaffMember[],
): Promise<readonly CompetenceLine[]> {
  const { now, zone } = ownPage(deps, reader);
  const readiness = await deps.registers.readiness(reader.member.site);
  return competenceListed(people, { at: now, zone, readiness });
}
