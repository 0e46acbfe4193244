import { createHash } from 'node:crypto';
import { type Attachment, MEDIA_TYPES, MOST_BYTES } from '../domain/attachments/attachment.ts';
import { mediaTypeOf } from '../domain/attachments/media-type.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { takesReports } from '../domain/sign-off/record-report.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { isFromOurPages } from '../session/signed-in.ts';
import { openedBy } from '../sign-off/opened-by.ts';
import { openLink } from '../sign-off/opened-step.ts';
import type { AttachmentDeps } from './attachment-deps.ts';

/**
 * `POST /sign-offs/{token}/attachments`: stores a file for the journey of the step, from the page of somebody the step is asked of.
 * It is evidence only when somebody signs evidence that names it.
 */
export async function takeAttachment(deps: AttachmentDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok) return refused(opened.refusal);
  const by = await openedBy(deps, request, opened.value);
  if (by.who !== 'asked' || !isFromOurPages(deps.publicUrl, request)) return refused(SIGNED_OUT.refusal);
  const { stored, step } = opened.value;
  if (step.status !== 'open' && !takesReports(stored.state, step)) return refused(OVER.refusal);
  const read = readFile(request);
  if (!read.ok) return refused(read.refusal);
  const { id: journeyId } = stored.state;
  await deps.files.put(journeyId, read.value, request.body);
  await deps.attachments.add(journeyId, { ...read.value, by: by.reader.member.id, at: deps.now() });
  log('info', 'file attached', { by: by.reader.member.id, journeyId, step: step.key, sha256: read.value.sha256 });
  return json(201, read.value);
}

const SIGNED_OUT = refuse(
  'unauthenticated',
  'File: expected a session of somebody the step is asked of, on our page. Sign in and open the step.',
  { problem: 'signed-out' },
);
const OVER = refuse('conflict', 'File: this step takes nothing more. Open the step to read how it stands.', {
  problem: 'failed',
});

/** The file of a request: of a kind and size that is taken, and the one whose checksum the browser computed. */
function readFile({ body, headers }: Request): Outcome<Attachment> {
  if (body.length === 0 || body.length > MOST_BYTES) {
    const message = `File: got ${body.length} bytes, expected 1 to ${MOST_BYTES}`;
    return refuse(body.length === 0 ? 'invalid' : 'too-large', message, { problem: 'too-large' });
  }
  const mediaType = mediaTypeOf(body);
  if (mediaType === undefined) {
    const message = `File: got none of the kinds that are taken, expected ${MEDIA_TYPES.join(', ')}`;
    return refuse('invalid', message, { problem: 'wrong-type' });
  }
  const sha256 = createHash('sha256').update(body).digest('hex');
  return headers['x-content-sha256'] === sha256
    ? ok({ sha256, mediaType, size: body.length })
    : refuse('invalid', `File: got one of SHA-256 ${sha256}, expected that of x-content-sha256. Send it again.`, {
        problem: 'failed',
      });
}
