import { steps } from '../domain/steps/index.ts';
import { standingOfAddress } from '../domain/telling/proved-address.ts';
import { COURSE_PHASES, type Role } from '../domain/vocabulary.ts';
import { byUrgency, clockThatMatters } from '../domain/worklist/clock-that-matters.ts';
import type { Request, Response } from '../middleware/http.ts';
import { renderBoardPage } from '../pages/board-page.ts';
import type { BoardPhase, BoardRow, BoardView } from '../pages/worklist-views.ts';
import { patientsOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { type FullSummary, visibleJourneys } from './visible-journeys.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** `GET /board`: the patients of the site by phase, for the weekly meeting. */
export async function showBoard(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { ofSite, seen: visible } = await visibleJourneys(deps, reader);
  // What is of no patient is on the worklist alone.
  const seen = visible.filter(({ qualityCase }) => qualityCase === undefined);
  const patients = await patientsOf(deps, reader, ofSite, seen);
  const now = deps.now();
  const rows = seen
    .map((journey) => rowOf(journey, patients.get(journey.journeyId) ?? { identifiers: [], similarTo: [] }, now))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  const { site } = reader.member;
  const name = deps.sites.find(({ id }) => id === site)?.name ?? site;
  const view = { ...ownPage(deps, reader), site: name, rows, doubtful: await doubtfulAddresses(deps, reader) };
  return page(200, renderBoardPage(view, languageOf(deps, request, site)));
}

/** Who looks after the register, or is told of what goes wrong. */
const LOOKS_AFTER: readonly Role[] = ['coordinator', 'qa'];

async function doubtfulAddresses(deps: WorklistDeps, { member }: SignedIn): Promise<BoardView['doubtful']> {
  if (deps.addresses === undefined || !LOOKS_AFTER.some((role) => member.roles.includes(role))) return [];
  const { of } = deps.addresses;
  const people = await Promise.all(
    (await deps.staffOf(member.site)).map(async ({ id, mail }) => {
      const standing = standingOfAddress(mail, await of(id), deps.now());
      return standing === 'proved' ? [] : [{ id, standing }];
    }),
  );
  return people.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function rowOf(journey: FullSummary, patient: BoardRow['patient'], now: string): BoardRow {
  const { journeyId, protocol, status, open, dates = [], productExpiresAt } = journey;
  const phase = phaseOf(journey.phase);
  const next = dates.find(({ from }) => from >= now) ?? dates[0];
  return {
    journeyId,
    protocol,
    patient,
    held: status === 'held',
    ...(phase === undefined ? {} : { phase }),
    steps: open
      .map(({ step, dueAt, assignedTo, claim, role = steps[step].role }) => ({
        step,
        role,
        ...(assignedTo === undefined ? {} : { assignedTo }),
        ...(claim === undefined || claim.until <= now ? {} : { claim }),
        clock: clockThatMatters(dueAt, productExpiresAt, now),
      }))
      .toSorted((one, other) => byUrgency(one.clock, other.clock)),
    ...(next === undefined ? {} : { next }),
  };
}

/** Whoever can no longer be reached is followed up all the same; what only closes is put into the same column. */
const phaseOf = (phase: string): BoardPhase | undefined =>
  COURSE_PHASES.find((one) => one === phase) ??
  (['FollowUp', 'LostToFollowUp', 'Closure'].includes(phase) ? 'FollowUp' : undefined);

const placeOf = ({ phase }: BoardRow): number =>
  phase === undefined || phase === 'FollowUp' ? COURSE_PHASES.length : COURSE_PHASES.indexOf(phase);
