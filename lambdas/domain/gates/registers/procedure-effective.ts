import { documentVersion } from '../../registers/document-version.ts';
import { closedByEntry } from '../../registers/judge-entry.ts';
import { type EntryStanding, sinceOf } from '../../registers/standing.ts';
import type { Procedure } from '../../steps/procedure.ts';
import { type Instant, startOfPrintedDay } from '../../time.ts';
import { type Gate, OPEN, type Verdict } from '../gate.ts';
import { judgeFound } from './judge-found.ts';
import { mayBeUsed } from './judge-serving.ts';

const serves = (what: string) => (entry: EntryStanding) => entry.serves?.includes(what) ?? false;

/** Name of the gate. */
export const PROCEDURE_EFFECTIVE = 'procedure-effective';

/**
 * The procedure that stands beside the form may be used in that version, and was the newest when people were asked: one that counts since
 * then counts from the next step on (clinical-pathway 3.5, ADR 0057).
 */
export const procedureEffective = ({ id, version }: Procedure, openedAt: Instant): Gate => ({
  name: PROCEDURE_EFFECTIVE,
  class: 'qa-exemption',
  registers: ['documents'],
  judge(context): Verdict {
    const known = (context.readiness?.entries ?? [])
      .filter(({ register }) => register === 'documents')
      .filter(serves(id));
    const shown = known.filter(serves(documentVersion(id, version))).at(-1);
    const other = known.at(-1);
    if (shown === undefined && other !== undefined) {
      return closedByEntry({ of: other, why: 'other-version', shown: documentVersion(id, version) });
    }
    const verdict = judgeFound(context, {
      register: 'documents',
      find: () => shown,
      missing: `${documentVersion(id, version)} stands beside the form and is not in the register of documents. Quality assurance enters it, or exempts.`,
    });
    if (verdict.status !== 'open' || shown === undefined) return verdict;
    const { zone } = context.state.site;
    const counted = (one: EntryStanding) => startOfPrintedDay(sinceOf(one), zone) <= openedAt;
    const newer = known.find((one) => sinceOf(one) > sinceOf(shown) && counted(one) && mayBeUsed(context, one));
    return newer === undefined
      ? OPEN
      : closedByEntry({ of: shown, why: 'replaced', by: newer.name, since: sinceOf(newer) });
  },
});
