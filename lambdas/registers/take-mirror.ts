import { createHash } from 'node:crypto';
import { Fault, TransientFault } from '../domain/faults.ts';
import type { Notice } from '../domain/journey/notice.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { type Mirrored, type MirrorSource, mirrorOfKey } from '../domain/registers/mirrors.ts';
import { entryId } from '../domain/registers/standing.ts';
import type { Instant } from '../domain/time.ts';
import type { RowOutcome } from './import-rows.ts';
import type { MirrorDeps } from './mirror-deps.ts';
import { type Export, mirrorRows } from './mirror-rows.ts';

/** Larger is no register of a site, of which one item holds every entry. */
const MOST_BYTES = 4_000_000;
/** Faults of more rows than these are read with `atmp register import --dry-run`. */
const MOST_ITEMS = 50;
const MOST_LETTERS = 300;

export interface Taken {
  readonly site: string;
  readonly register: Mirrored;
  readonly outcome: 'taken' | 'refused' | 'known';
  readonly rows: number;
}

/**
 * Takes the export that another system put there: all of its rows or none. The same export once more, or one older than the newest
 * that is known, changes nothing. What is refused is told to who answers for it, with the fault of each row.
 *
 * @param at when it was put there, as of which it counts
 */
export async function takeMirror(
  deps: MirrorDeps,
  { key, at }: { readonly key: string; readonly at: Instant },
): Promise<Taken> {
  const found = mirrorOfKey(
    key,
    deps.sites.map(({ id }) => id),
  );
  const site = deps.sites.find(({ id }) => id === found?.site);
  if (found === undefined || site === undefined) {
    throw new Fault('Mirror: got a key of no register of a site, expected mirrors/<site>/<register>.csv');
  }
  const { register } = found;
  const known = (await deps.deliveries.of(site.id)).get(register);
  if (known !== undefined && known.cameAt > at) return { ...found, outcome: 'known', rows: known.rows };
  const source = deps.mirrors.find((one) => one.site === site.id && one.register === register);
  const bytes = await deps.files.get(key);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // S3 says to the second when it was put there: two in one second are told apart by what they hold. What is read is what is there
  // now: put there since, it is taken as of this event, and once more by its own.
  if (known?.cameAt === at && known.sha256 === sha256) return { ...found, outcome: 'known', rows: known.rows };
  const read = exportIn(source, bytes, { site: site.id, register, cameAt: at });
  const rows = read.ok ? await allOrNone((dryRun) => mirrorRows(deps, site, read.value, dryRun)) : read;
  const faults = faultsIn(rows);
  const outcome = faults.length > 0 ? 'refused' : 'taken';
  const count = rows.ok ? rows.value.length : 0;
  const kept = deps.deliveries.keep({ ...found, cameAt: at, outcome, rows: count, sha256 });
  const notice = refusedNotice(faults, { ...found, zone: site.zone, on: at }, source);
  const id = `mirror-${site.id}-${register}-${at}-${sha256.slice(0, 12)}`;
  const mails = outcome === 'taken' ? [] : deps.messages.keepMails(id, deps.now(), [{ kind: 'mail', notice }]);
  await deps.messages.write('Take mirror', [kept, ...mails]);
  return { ...found, outcome, rows: count };
}

/** What is to be taken, unless nothing of the register comes from elsewhere, or the file is none. */
function exportIn(
  source: MirrorSource | undefined,
  bytes: Uint8Array,
  { site, register, cameAt }: { readonly site: string; readonly register: Mirrored; readonly cameAt: Instant },
): Outcome<Export> {
  if (source === undefined) {
    const message = `${register} of ${site} is kept here: got it from another system, expected no export of it`;
    return refuse('forbidden', message);
  }
  const text = textOf(bytes);
  return text.ok ? ok({ source, text: text.value, cameAt }) : text;
}

type Rows = Outcome<readonly RowOutcome[]>;

/** First what would come of them; written only where none is refused. */
async function allOrNone(rowsOf: (dryRun: boolean) => Promise<Rows>): Promise<Rows> {
  const planned = await rowsOf(true);
  if (!planned.ok || planned.value.some(({ outcome }) => !outcome.ok)) return planned;
  const done = await rowsOf(false);
  const lost = done.ok && done.value.some(({ outcome }) => !outcome.ok && outcome.refusal.code === 'conflict');
  // What was written before is known when it is tried again.
  if (lost)
    throw new TransientFault('Mirror: somebody else changed the registers meanwhile; the export is taken again');
  return done;
}

function textOf(bytes: Uint8Array): Outcome<string> {
  if (bytes.length > MOST_BYTES) {
    return refuse('too-large', `File: got ${bytes.length} bytes, expected at most ${MOST_BYTES}`);
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('invalid', 'File: got bytes that are no text in UTF-8, expected UTF-8');
  }
}

const faultsIn = (rows: Rows): readonly string[] => {
  if (!rows.ok) return [rows.refusal.message];
  // An export that failed halfway: what it would take away is asked for one by one, by age.
  if (rows.value.length === 0) return ['File: got no row, expected one for each entry'];
  return rows.value.filter(({ outcome }) => !outcome.ok).map(faultOf);
};

type MirrorNotice = Extract<Notice, { about: 'mirror' }>;

const refusedNotice = (
  faults: readonly string[],
  about: Pick<MirrorNotice, 'site' | 'register' | 'zone'> & { readonly on: Instant },
  source: MirrorSource | undefined,
): MirrorNotice => ({
  ...{ ...about, about: 'mirror', what: 'refused', class: 'due' },
  ...(source === undefined ? {} : { system: source.system }),
  items: faults.slice(0, MOST_ITEMS).map((fault) => fault.slice(0, MOST_LETTERS)),
  more: Math.max(0, faults.length - MOST_ITEMS),
  people: source?.keepers ?? [],
  to: source === undefined ? ['qa'] : [],
});

/** What is no id is not repeated: it may be anything. */
function faultOf({ line, id, outcome }: RowOutcome): string {
  const isId = entryId.safeParse(id).success;
  const why = outcome.ok ? '' : outcome.refusal.message;
  const said = isId || id === '' ? why : why.replaceAll(id, '…');
  return `line ${line}${isId ? ` ${id}` : ''}: ${said.replaceAll(/\p{Cc}+/gu, ' ')}`;
}
