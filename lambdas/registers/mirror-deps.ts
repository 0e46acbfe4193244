import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import type { Deliveries } from '../adapters/dynamo-mirrors.ts';
import type { MirrorFiles } from '../adapters/s3-mirrors.ts';
import type { CompetenceRegister, Registers, StaffDirectory } from '../domain/ports.ts';
import type { MirrorSource } from '../domain/registers/mirrors.ts';
import type { Instant } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';

/** What exports of other systems are taken with. */
export interface MirrorDeps {
  readonly files: MirrorFiles;
  readonly deliveries: Deliveries;
  readonly messages: Pick<MessageStore, 'keepMails' | 'write'>;
  readonly registers: Registers;
  readonly competence: CompetenceRegister;
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  readonly mirrors: readonly MirrorSource[];
  readonly sites: Sites;
  now(): Instant;
}
