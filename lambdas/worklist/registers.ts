import { dateOf, daysLater } from '../domain/calendar/local-time.ts';
import { headcountStanding } from '../domain/competence/headcount.ts';
import { isDay } from '../domain/plain-date.ts';
import { entryAsOf, readinessAsOf } from '../domain/registers/as-of.ts';
import { differences, leavesOf } from '../domain/registers/differences.ts';
import { counted, lineOf, listed } from '../domain/registers/listed.ts';
import { REGISTERS, type RegisterName } from '../domain/registers/names.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import type { Asked } from '../domain/registers/why-not.ts';
import { type Instant, plusMilliseconds, startOfPrintedDay } from '../domain/time.ts';
import type { Request, Response } from '../middleware/http.ts';
import { idInSegment } from '../pages/register-address.ts';
import { renderRegisterEntryPage } from '../pages/register-entry-page.ts';
import { renderRegisterPage } from '../pages/register-page.ts';
import type { EntryView, VersionView } from '../pages/register-views.ts';
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
  const lines = listed(await deps.registers.readiness(site), register, askedNow(deps, reader));
  const pages = Math.max(1, Math.ceil(lines.length / MOST_LINES));
  const asked = /^\d{1,4}$/.test(request.query.page ?? '') ? Number(request.query.page) : 1;
  const number = Math.min(Math.max(asked, 1), pages);
  const shown = lines.slice((number - 1) * MOST_LINES, number * MOST_LINES);
  const view = { ...ownPage(deps, reader), register, lines: shown, entries: lines.length, page: number, pages };
  return page(200, renderRegisterPage(view, languageOf(deps, request, site)));
}

/** `GET /worklist/registers/{register}/{id}`: an entry as it stands or stood on a day, and all its versions until then. */
export async function showEntry(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { site } = reader.member;
  const register = registerOf(request);
  const id = idInSegment(request.parameters.entry ?? '');
  const records = register === undefined ? [] : await deps.registers.of(site, register, id);
  if (register === undefined || records.length === 0) return notThere(deps, request, reader);
  const now = askedNow(deps, reader);
  const today = dateOf(now.at, now.zone);
  const given = request.query.asOf ?? '';
  const isPast = isDay(given) && given >= '1900' && given < today;
  const at = isPast ? endOf(given, now.zone) : now.at;
  const readiness = isPast
    ? readinessAsOf(site, await deps.registers.records(site), at)
    : await deps.registers.readiness(site);
  const entry = readiness.entries.find((one) => one.register === register && one.id === id);
  const record = entryAsOf(records, at);
  const isAsked = given !== '' && given !== today;
  const problem = isAsked && !isPast ? 'not-a-day' : record === undefined ? 'not-yet-there' : undefined;
  const view: EntryView = {
    ...ownPage(deps, reader),
    register,
    id,
    today,
    ...(isPast ? { asOf: given } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(entry === undefined ? {} : { line: lineOf(readiness, entry, { ...now, at }) }),
    ...(isPast || entry?.headcount === undefined
      ? {}
      : { headcount: headcountStanding(await deps.staffOf(site), entry.headcount, { ...now, readiness }) }),
    leaves: leavesOf(record?.entry),
    versions: versionsOf(records.filter((one) => one.at <= at)),
  };
  return page(problem === 'not-a-day' ? 422 : 200, renderRegisterEntryPage(view, languageOf(deps, request, site)));
}

const registerOf = ({ parameters }: Request): RegisterName | undefined =>
  REGISTERS.find((one) => one === parameters.register);

/** What another site has is answered as what is not there. */
const notThere = (deps: WorklistDeps, request: Request, { member }: SignedIn): Response =>
  outcomePage(
    { code: 'not-found', message: 'This register or entry was not found.' },
    languageOf(deps, request, member.site),
  );

function askedNow(deps: WorklistDeps, reader: SignedIn): Asked {
  const { zone, now } = ownPage(deps, reader);
  const policy = deps.sites.find(({ id }) => id === reader.member.site)?.policy;
  return { at: now, zone, mirrorAge: policy?.registers?.mirrorAge };
}

const endOf = (day: string, zone: string): Instant => plusMilliseconds(startOfPrintedDay(daysLater(day, 1), zone), -1);

/** Newest first. */
const versionsOf = (records: readonly RegisterRecord[]): readonly VersionView[] => {
  const inOrder = records.toSorted((one, other) => one.version - other.version);
  return inOrder
    .map((one, place): VersionView => ({ ...one, differences: changesTo(one, inOrder[place - 1]) }))
    .toReversed();
};

const changesTo = (record: RegisterRecord, before: RegisterRecord | undefined) =>
  before === undefined ? [] : differences(before.entry, record.entry);
