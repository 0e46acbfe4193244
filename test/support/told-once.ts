import type { Announcement, MessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';

/** Keeps what sweeps tell by its id: what was told once is not told again. */
export function toldOnce(): {
  readonly told: ReadonlyMap<string, Announcement['notice']>;
  readonly messages: Pick<MessageStore, 'tellOnce'>;
} {
  const told = new Map<string, Announcement['notice']>();
  const tellOnce = async (_what: string, _since: string, found: readonly Announcement[]): Promise<void> => {
    for (const { id, notice } of found) if (!told.has(id)) told.set(id, notice);
  };
  return { told, messages: { tellOnce } };
}
