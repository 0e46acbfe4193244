import { attachmentsOf } from '../domain/attachments/attachments-of.ts';
import { parseJourneyId } from '../domain/identifiers/journey-id.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { subjectOf } from '../domain/journey/summary.ts';
import { signedFor } from '../domain/sign-off/correctable.ts';
import { maySeeState } from '../domain/worklist/reader.ts';
import { timelineOf } from '../domain/worklist/timeline.ts';
import type { Request, Response } from '../middleware/http.ts';
import { renderJourneyPage } from '../pages/journey-page.ts';
import type { JourneyView } from '../pages/worklist-views.ts';
import { patientOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, page } from '../sign-off/answer.ts';
import { ownPage } from './own-page.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** Steps of which the reader may ask to have something corrected, newest first. */
const correctableIn = (state: JourneyState, member: SignedIn['member']): JourneyView['correctable'] =>
  Object.values(state.steps)
    .filter((step) => signedFor(state, step, member).length > 0)
    .map(({ key, step, round }) => ({ key, step, round }))
    .toReversed();

/** `GET /worklist/journeys/{id}`: what happened, who holds it and what comes. */
export async function showJourney(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const language = languageOf(deps, request, member.site);
  const journeyId = parseJourneyId(request.parameters.id ?? '');
  const stored = journeyId.ok ? await deps.store.load(journeyId.value) : undefined;
  // What somebody may not see is answered as what is not there.
  if (stored === undefined || !maySeeState(member, stored.state)) {
    return outcomePage({ code: 'not-found', message: 'This journey was not found.' }, language);
  }
  const { state, events } = stored;
  const patient =
    state.patient === undefined
      ? undefined
      : await patientOf(deps, reader, {
          site: state.site.id,
          journeyId: state.id,
          patient: state.patient,
          reason: `timeline of journey ${state.id}`,
        });
  const view = {
    ...ownPage(deps, reader),
    zone: state.site.zone,
    journeyId: state.id,
    protocol: subjectOf(state),
    ...(patient === undefined ? {} : { patient }),
    timeline: timelineOf(state, events, protocolOf(deps, stored)),
    files: attachmentsOf(events),
    takesOver: member.roles.includes('coordinator'),
    correctable: correctableIn(state, member),
  };
  return page(200, renderJourneyPage(view, language));
}
