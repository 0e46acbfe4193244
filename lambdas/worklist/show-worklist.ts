import type { Delegation } from '../domain/staff/delegation.ts';
import { steps } from '../domain/steps/index.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { byUrgency, clockThatMatters, isPast } from '../domain/worklist/clock-that-matters.ts';
import { handedOver, isAsked } from '../domain/worklist/reader.ts';
import type { Request, Response } from '../middleware/http.ts';
import { renderWorklistPage } from '../pages/worklist-page.ts';
import type { WorklistFilter, WorklistLine } from '../pages/worklist-views.ts';
import { patientsOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import { visibleJourneys } from './visible-journeys.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** `GET /worklist`: the open steps of the reader's roles in all journeys of the site, what is past first. */
export async function showWorklist(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const { ofSite, seen } = await visibleJourneys(deps, reader);
  const asked = seen.filter(({ journeyId, open }) => open.some((line) => isAsked(member, journeyId, line)));
  const patients = await patientsOf(deps, reader, ofSite, asked);
  const now = deps.now();
  const all = asked.flatMap(({ journeyId, protocol, status, open, productExpiresAt, qualityCase }) =>
    open
      .filter((line) => isAsked(member, journeyId, line))
      .map((line): WorklistLine => {
        const { step, phase, round, dueAt, assignedTo, claim, role = steps[step].role } = line;
        return {
          ...handedOverBy(handedOver(member, journeyId, line)),
          journeyId,
          ...(qualityCase === undefined
            ? { patient: patients.get(journeyId) ?? { identifiers: [], similarTo: [] } }
            : {}),
          protocol,
          step,
          phase,
          round,
          role,
          ...(assignedTo === undefined ? {} : { assignedTo }),
          ...(claim === undefined || claim.until <= now ? {} : { claim }),
          held: status === 'held',
          clock: clockThatMatters(dueAt, productExpiresAt, now),
        };
      }),
  );
  const filter = filterOf(request);
  const lines = all.filter((line) => passes(filter, line)).toSorted((one, other) => byUrgency(one.clock, other.clock));
  const view = {
    ...ownPage(deps, reader),
    lines,
    all: all.length,
    filter,
    roles: [...new Set(all.map(({ role }) => role))].toSorted(),
    protocols: [...new Set(all.map(({ protocol }) => protocol))].toSorted(),
  };
  return page(200, renderWorklistPage(view, languageOf(deps, request, member.site)));
}

const handedOverBy = (all: readonly Delegation[]): Pick<WorklistLine, 'handedOverBy'> =>
  all.length === 0 ? {} : { handedOverBy: [...new Set(all.map(({ by }) => by))] };

function filterOf({ query }: Request): WorklistFilter {
  const role = ROLES.find((one) => one === query.role);
  return {
    ...(role === undefined ? {} : { role }),
    ...(query.protocol === undefined || query.protocol === '' ? {} : { protocol: query.protocol }),
    overdue: query.overdue === 'yes',
  };
}

const passes = ({ role, protocol, overdue }: WorklistFilter, line: WorklistLine): boolean =>
  (role === undefined || line.role === role) &&
  (protocol === undefined || line.protocol === protocol) &&
  (!overdue || isPast(line.clock));
