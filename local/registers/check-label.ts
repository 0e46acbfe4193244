import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import { changeControls } from '../../lambdas/domain/registers/change-controls.ts';
import type { RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import { type EntryKeeping, keepEntry } from '../../lambdas/domain/registers/keep-entry.ts';
import type { Keeping } from '../../lambdas/domain/registers/keep-record.ts';
import { changeForLabel } from '../../lambdas/domain/registers/label-change.ts';
import { isNewer, nextLabelCheck } from '../../lambdas/domain/registers/label-watch.ts';
import { userId } from '../../lambdas/domain/sign-off/user-id.ts';

/** Who looked for a newer label of a protocol, on which day, what they found and where. */
export interface LabelRead extends Pick<Keeping, 'site' | 'id' | 'by' | 'why' | 'at'> {
  readonly checkedBy: string;
  readonly on: string;
  readonly read: string;
  readonly evidence: string;
  /** The label that the protocol follows, where its entry does not say so yet. */
  readonly follows?: string | undefined;
  /** The last day of the next look; without it three months later. */
  readonly nextBy?: string | undefined;
}

export interface LabelChecked {
  readonly nextBy: string | undefined;
  /** Id of the change that a newer label opened. */
  readonly change?: string | undefined;
}

/** Keeps that somebody looked for a newer label. One that the protocol does not follow opens a change, once. */
export async function checkLabel(
  keeping: EntryKeeping,
  { checkedBy, on, read, evidence, follows, nextBy, ...stated }: LabelRead,
): Promise<Outcome<LabelChecked>> {
  const { site, id } = stated;
  const record = (await keeping.registers.of(site, documents.register, id)).at(-1);
  if (record === undefined)
    return refuse('not-found', `documents ${id}: got no such entry, expected a protocol of ${site}`);
  const before = documents.entry().parse(record.entry);
  const { nextLabelCheck: _until, ...other } = before;
  const entry = {
    ...{ ...other, labelRevision: before.labelRevision ?? follows },
    ...{ labelRead: read, labelCheckedOn: on, labelCheckedBy: userId(checkedBy), labelEvidence: evidence },
    ...(nextBy === undefined ? {} : { nextLabelCheck: nextBy }),
  };
  const kept = await keepEntry(keeping, documents as RegisterDefinition, { ...stated, entry });
  if (!kept.ok) return kept;
  const said = { nextBy: nextLabelCheck(entry) };
  const change = isNewer(entry) && before.labelRead !== read ? changeForLabel(id, entry) : undefined;
  if (change === undefined) return ok(said);
  const opened = await keepEntry(keeping, changeControls as RegisterDefinition, { ...stated, ...change });
  return opened.ok ? ok({ ...said, change: change.id }) : opened;
}
