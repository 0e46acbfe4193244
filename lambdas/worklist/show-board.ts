import { steps } from '../domain/steps/index.ts';
import { COURSE_PHASES } from '../domain/vocabulary.ts';
import { byUrgency, clockThatMatters } from '../domain/worklist/clock-that-matters.ts';
import type { Request, Response } from '../middleware/http.ts';
import { renderBoardPage } from '../pages/board-page.ts';
import type { BoardPhase, BoardRow } from '../pages/worklist-views.ts';
import { patientsOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { type FullSummary, visibleJourneys } from './visible-journeys.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** `GET /board`: the patients of the site by phase, for the weekly meeting. */
export async function showBoard(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { ofSite, seen } = await visibleJourneys(deps, reader);
  const patients = await patientsOf(deps, reader, ofSite, seen);
  const now = deps.now();
  const rows = seen
    .map((journey) => rowOf(journey, patients.get(journey.journeyId) ?? { identifiers: [], similarTo: [] }, now))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  const { site } = reader.member;
  const name = deps.sites.find(({ id }) => id === site)?.name ?? site;
  const view = { ...ownPage(deps, reader), site: name, rows };
  return page(200, renderBoardPage(view, languageOf(deps, request, site)));
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
