import { hashOf } from '../domain/audit/hash.ts';
import { dateOf, daysLater } from '../domain/calendar/local-time.ts';
import { headcountStanding } from '../domain/competence/headcount.ts';
import { isDay } from '../domain/plain-date.ts';
import { possibleActs } from '../domain/registers/act.ts';
import { entryAsOf, readinessAsOf } from '../domain/registers/as-of.ts';
import { differences, leavesOf } from '../domain/registers/differences.ts';
import { registers as definitions } from '../domain/registers/index.ts';
import { lineOf } from '../domain/registers/listed.ts';
import { seesTo } from '../domain/registers/may-act.ts';
import type { RegisterName } from '../domain/registers/names.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import type { EntryStanding } from '../domain/registers/standing.ts';
import { keepersAt } from '../domain/staff/keepers-at.ts';
import { type Instant, plusMilliseconds, startOfPrintedDay } from '../domain/time.ts';
import type { Request, Response } from '../middleware/http.ts';
import { idInSegment } from '../pages/register-address.ts';
import { renderRegisterEntryPage } from '../pages/register-entry-page.ts';
import type { ActsView, EntryView, VersionView } from '../pages/register-views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { askedNow, notThere, registerOf } from './registers.ts';
import { stepsWaiting } from './steps-waiting.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** An entry of the reader's site, with all its versions, oldest first. */
export interface FoundEntry {
  readonly register: RegisterName;
  readonly id: string;
  readonly newest: RegisterRecord;
  readonly versions: readonly RegisterRecord[];
}

/** What an address names at the site of the reader; undefined where there is none. */
export async function findEntry(deps: WorklistDeps, request: Request, site: string): Promise<FoundEntry | undefined> {
  const register = registerOf(request);
  const id = idInSegment(request.parameters.entry ?? '');
  const versions = register === undefined ? [] : await deps.registers.of(site, register, id);
  const newest = versions.at(-1);
  return register === undefined || newest === undefined ? undefined : { register, id, newest, versions };
}

/** `GET /worklist/registers/{register}/{id}`: an entry as it stands or stood on a day, and all its versions until then. */
export async function showEntry(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const found = await findEntry(deps, request, reader.member.site);
  return found === undefined ? notThere(deps, request, reader) : entryPage(deps, request, reader, found);
}

/** What came of a form that was not taken. */
export type NotTaken = Required<Pick<ActsView, 'problem'>> & Pick<ActsView, 'typed'> & { readonly status: number };

export async function entryPage(
  deps: WorklistDeps,
  request: Request,
  reader: SignedIn,
  found: FoundEntry,
  notTaken?: NotTaken,
): Promise<Response> {
  const { site } = reader.member;
  const { register, id, versions: records } = found;
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
    ...(entry === undefined || isPast
      ? {}
      : {
          waiting: await stepsWaiting(deps, reader, entry, { readiness, asked: now }),
          acting: { ...(await actsFor(deps, request, reader, found, entry)), ...notTaken },
        }),
    leaves: leavesOf(record?.entry),
    versions: versionsOf(records.filter((one) => one.at <= at)),
  };
  const status = notTaken?.status ?? (problem === 'not-a-day' ? 422 : 200);
  return page(status, renderRegisterEntryPage(view, languageOf(deps, request, site)));
}

/** What the reader may sign of what can be done to an entry; the rest is done by others. */
async function actsFor(
  { staff }: WorklistDeps,
  { query }: Request,
  { member }: SignedIn,
  { register, newest, versions }: FoundEntry,
  { owner }: EntryStanding,
): Promise<ActsView> {
  const { acts, parts } = possibleActs(definitions[register], versions);
  const mayAll = seesTo(member, owner) || (await keepersAt(staff, member.site)).some(({ id }) => id === member.id);
  const own = mayAll ? acts : acts.filter((act) => act === 'quarantine');
  const { signed, version } = newest;
  const isDone = signed !== undefined && query.signed === String(version);
  return {
    ...{ acts: own, parts: own.includes('renewal') ? parts : [], byOthers: own.length < acts.length },
    seen: hashOf(newest),
    ...(isDone ? { done: signed } : {}),
  };
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
