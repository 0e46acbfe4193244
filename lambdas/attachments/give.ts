import { createHash } from 'node:crypto';
import { patientKey } from '../adapters/table-keys.ts';
import type { MediaType } from '../domain/attachments/attachment.ts';
import { Fault } from '../domain/faults.ts';
import { parseJourneyId } from '../domain/identifiers/journey-id.ts';
import { maySeeFiles } from '../domain/sign-off/may-open.ts';
import type { Request, Response } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { signedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, seeOther } from '../sign-off/answer.ts';
import type { AttachmentDeps } from './attachment-deps.ts';

/** `GET /worklist/journeys/{id}/attachments/{sha256}`: a file, to be saved, for who may see the journey or open a step of it: its page names the files. Each look leaves a record. */
export async function giveAttachment(deps: AttachmentDeps, request: Request): Promise<Response> {
  const reader = await signedIn(deps, request);
  if (reader === undefined) {
    return seeOther(`/sign-in?lang=${languageOf(deps, request)}&next=${encodeURIComponent(request.path)}`);
  }
  const { member } = reader;
  const { id = '', sha256 = '' } = request.parameters;
  const journeyId = parseJourneyId(id);
  const journey = journeyId.ok ? await deps.store.load(journeyId.value) : undefined;
  const isSeen = journey !== undefined && maySeeFiles(member, journey.state);
  const kept =
    isSeen && /^[0-9a-f]{64}$/.test(sha256) ? await deps.attachments.find(journey.state.id, sha256) : undefined;
  // What somebody may not see is answered as what is not there.
  if (!isSeen || kept === undefined) {
    return outcomePage(
      { code: 'not-found', message: 'This file was not found.' },
      languageOf(deps, request, member.site),
    );
  }
  const { state } = journey;
  if (state.patient !== undefined) {
    await deps.patients.recordAccess(patientKey(state.patient).pk, {
      reader: member.id,
      reason: `file ${sha256} of journey ${state.id}`,
      at: deps.now(),
    });
  }
  const bytes = await deps.files.get(state.id, sha256);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Fault(`File ${sha256} of journey ${state.id}: what is stored has another checksum`);
  }
  log('info', 'file read', { by: member.id, journeyId: state.id, sha256 });
  return {
    status: 200,
    headers: {
      'content-type': kept.mediaType,
      'content-disposition': `attachment; filename="${state.id}-${sha256.slice(0, 12)}.${ENDINGS[kept.mediaType]}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: bytes,
  };
}

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/csv': 'csv',
};
