import type { SitePolicy } from '../domain/journey/site-policy.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import { isAway } from '../domain/staff/absence.ts';
import { isInForce } from '../domain/staff/delegation.ts';
import { endAbsence, makeAbsence } from '../domain/staff/make-absence.ts';
import { endDelegation, makeDelegation } from '../domain/staff/make-delegation.ts';
import type { Role } from '../domain/vocabulary.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { renderAwayPage } from '../pages/away-page.ts';
import { readPosted, shownAgain } from '../pages/form/posted.ts';
import type { AwayView, Colleague } from '../pages/worklist-views.ts';
import { isFromOurPages, isOwnForm, type SignedIn } from '../session/signed-in.ts';
import { languageOf, page, seeOther } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { askedDelegation, periodOf, type Typed } from './read-away.ts';
import { proven } from './sign-in.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** `GET /worklist/away`: what somebody handed over, what was handed over to them, and when they are away. */
export const showAway = async (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  awayPage(deps, request, reader);

/** `POST /worklist/delegations`: hands steps over, signed with the PIN. */
export const handOver = (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  changed(deps, request, reader, async ({ first, all, signs }) => {
    if (!(await signs())) return WRONG_PIN;
    const own = ownPage(deps, reader);
    const asked = askedDelegation({ first, all }, own);
    if (!asked.ok) return asked;
    const made = makeDelegation(asked.value, {
      id: newId(deps),
      delegator: reader.member,
      deputy: await deps.staff.find(first('to')),
      policy: policyOf(deps, reader),
      madeBy: reader.member.id,
      now: own.now,
    });
    if (made.ok) await deps.calendars.keepDelegation(made.value, own.now);
    return made;
  });

/** `POST /worklist/delegations/end`: ends what was handed over, by either of the two. */
export const takeBack = (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  changed(deps, request, reader, async ({ first }) => {
    const { id, calendar } = reader.member;
    const made = calendar?.delegations.find((one) => one.id === first('id'));
    const ended = endDelegation(made, { by: id, now: deps.now() });
    if (ended.ok) await deps.calendars.keepDelegation(ended.value, deps.now());
    return ended;
  });

/** `POST /worklist/absences`: somebody says when they are away, signed with the PIN. */
export const sayAway = (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  changed(deps, request, reader, async ({ first, all, signs }) => {
    if (!(await signs())) return WRONG_PIN;
    const own = ownPage(deps, reader);
    const period = periodOf({ first, all }, own);
    if (!period.ok) return period;
    const { member } = reader;
    const made = makeAbsence({ ...period.value, id: newId(deps), member, madeBy: member.id, now: own.now });
    if (made.ok) await deps.calendars.keepAbsence(made.value, own.now);
    return made;
  });

/** `POST /worklist/absences/end`: somebody came back before, or does not leave. */
export const comeBack = (deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> =>
  changed(deps, request, reader, async ({ first }) => {
    const { id, calendar } = reader.member;
    const made = calendar?.absences.find((one) => one.id === first('id'));
    const ended = endAbsence(made, id, deps.now());
    if (ended.ok) await deps.calendars.keepAbsence(ended.value, deps.now());
    return ended;
  });

const refusal = (code: Refusal['code'], problem: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, message: problem, detail: { problem } },
});
const WRONG_PIN = refusal('unauthenticated', 'wrong-credential');

interface Posted extends Typed {
  /** Whether who is signed in signs with their PIN. */
  signs(): Promise<boolean>;
}

/** Does what a form of this session asks, and shows the page again: anew, or with what to mend and what was typed. */
async function changed(
  deps: WorklistDeps,
  request: Request,
  reader: SignedIn,
  change: (posted: Posted) => Promise<Outcome<unknown>>,
): Promise<Response> {
  const read = readPosted(request.body.toString('utf8'));
  const all = (name: string): readonly string[] => (read.ok ? (read.values.get(name) ?? []) : []);
  const first = (name: string): string => all(name)[0] ?? '';
  const { member } = reader;
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(reader, first('form'))) {
    log('warn', 'form refused', { by: member.id });
    return awayPage(deps, request, reader, { problem: refusal('forbidden', 'from-elsewhere').refusal });
  }
  const signs = async () => (await proven(deps, member.id, first('pin'))) !== undefined;
  const outcome = await change({ first, all, signs });
  if (outcome.ok) {
    log('info', 'calendar changed', { by: member.id, path: request.path });
    return seeOther(`/worklist/away?lang=${languageOf(deps, request, member.site)}`);
  }
  const typed = read.ok ? shownAgain(read.values) : {};
  return awayPage(deps, request, reader, { problem: outcome.refusal, typed });
}

async function awayPage(
  deps: WorklistDeps,
  request: Request,
  reader: SignedIn,
  refused: { readonly problem?: Refusal; readonly typed?: AwayView['typed'] } = {},
): Promise<Response> {
  const { member } = reader;
  const own = ownPage(deps, reader);
  const { delegations = [], absences = [] } = member.calendar ?? {};
  const { problem, typed } = refused;
  const view: AwayView = {
    ...own,
    id: member.id,
    roles: member.roles,
    colleagues: await colleaguesOf(deps, reader),
    delegations: delegations.filter(
      (one) => one.ended === undefined && (one.from > own.now || isInForce(one, own.now)),
    ),
    absences: absences.filter((one) => one.ended === undefined && (one.from > own.now || isAway([one], own.now))),
    ...(problem === undefined ? {} : { problem: problemIn(problem) }),
    ...(typed === undefined ? {} : { typed }),
  };
  const status = problem === undefined ? 200 : STATUS[problem.code];
  return page(status, renderAwayPage(view, languageOf(deps, request, member.site)));
}

const problemIn = ({ code, detail }: Refusal): string =>
  typeof detail?.problem === 'string' ? detail.problem : code === 'conflict' ? 'too-many' : 'not-found';

const policyOf = ({ sites }: WorklistDeps, { member }: SignedIn): Pick<SitePolicy, 'deputyRoles'> =>
  sites.find(({ id }) => id === member.site)?.policy ?? {};

/** Everybody at the site who may stand in for one of the reader's roles. */
async function colleaguesOf(deps: WorklistDeps, reader: SignedIn): Promise<readonly Colleague[]> {
  const { member } = reader;
  const { deputyRoles } = policyOf(deps, reader);
  const roles = new Set<Role>(member.roles.flatMap((role) => [role, ...(deputyRoles?.[role] ?? [])]));
  const found: readonly StaffMember[] = (
    await Promise.all([...roles].map((role) => deps.staff.holding(member.site, role)))
  ).flat();
  const others = found.filter(({ id, identity }) => id !== member.id && identity !== undefined);
  return [...new Map(others.map(({ id, name }) => [id, { id, name }])).values()].toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

const newId = ({ randomBytes }: WorklistDeps): string =>
  [...randomBytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
