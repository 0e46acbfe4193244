import type { ReadingIdentities } from '../adapters/dynamo-patient-records.ts';
import type { AttachmentFiles } from '../adapters/s3-attachments.ts';
import type { AttachmentIndex } from '../domain/ports.ts';
import type { Sites } from '../middleware/environment.ts';
import type { SessionDeps } from '../session/signed-in.ts';
import type { OpeningDeps } from '../sign-off/opened-step.ts';

export interface AttachmentDeps extends OpeningDeps, SessionDeps {
  readonly attachments: AttachmentIndex;
  readonly files: AttachmentFiles;
  readonly patients: Pick<ReadingIdentities, 'recordAccess'>;
  readonly sites: Sites;
  readonly publicUrl: string;
}
