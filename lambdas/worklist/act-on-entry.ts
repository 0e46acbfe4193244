import { hashOf } from '../domain/audit/hash.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import type { Proof } from '../domain/ports.ts';
import { type Act, afterAct } from '../domain/registers/act.ts';
import { registers as definitions } from '../domain/registers/index.ts';
import { keepEntry } from '../domain/registers/keep-entry.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted, shownAgain } from '../pages/form/posted.ts';
import { entryPath } from '../pages/register-address.ts';
import { isFromOurPages, isOwnForm, type SignedIn } from '../session/signed-in.ts';
import { languageOf, seeOther } from '../sign-off/answer.ts';
import { readAct } from './read-act.ts';
import { askedNow, notThere } from './registers.ts';
import { entryPage, type FoundEntry, findEntry } from './show-entry.ts';
import { proofOf } from './sign-in.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/**
 * `POST /worklist/registers/{register}/{id}`: what is done to an entry, signed with the PIN of who is signed in, and of a second person
 * where it takes two. It is done to the version that was shown, or not at all.
 */
export async function actOnEntry(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const found = await findEntry(deps, request, member.site);
  if (found === undefined) return notThere(deps, request, reader);
  const read = readPosted(request.body.toString('utf8'));
  const all = (name: string): readonly string[] => (read.ok ? (read.values.get(name) ?? []) : []);
  const first = (name: string): string => all(name)[0] ?? '';
  const again = ({ code, message, detail }: Refusal): Promise<Response> => {
    const key = typeof detail?.problem === 'string' ? detail.problem : (KEYS[code] ?? 'refused');
    log('warn', 'register change refused', { by: member.id, register: found.register, entry: found.id, code, key });
    return entryPage(deps, request, reader, found, {
      status: STATUS[code],
      problem: { key, ...(key === 'refused' ? { message } : {}) },
      ...(read.ok ? { typed: shownAgain(read.values) } : {}),
    });
  };
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(reader, first('form'))) {
    return again(problem('forbidden', 'from-elsewhere'));
  }
  const act = readAct(first);
  if (act === undefined) return again(problem('invalid', 'required'));
  if (first('seen') !== hashOf(found.newest)) return again(problem('changed', 'changed'));
  const proofs = await proofsOf(deps, reader, act, { second: first('second'), pins: all('pin') });
  if (!proofs.ok) return again(proofs.refusal);
  const kept = await keep(deps, reader, found, act, proofs.value);
  if (!kept.ok) return again(kept.refusal);
  if (kept.value === null) return again(problem('conflict', 'nothing-new'));
  const { register, id, version } = kept.value;
  log('info', 'register changed', { by: member.id, register, entry: id, version, what: act.what });
  return seeOther(`${entryPath(register, id)}?lang=${languageOf(deps, request, member.site)}&signed=${version}`);
}

/** What is refused when it is written. */
const KEYS: Partial<Record<Refusal['code'], string>> = { unauthenticated: 'wrong-credential', conflict: 'busy' };

const problem = (code: Refusal['code'], key: string): Refusal => ({ code, message: key, detail: { problem: key } });

/** Who signs: who is signed in, and a second person for what takes two. */
async function proofsOf(
  deps: WorklistDeps,
  { member }: SignedIn,
  { what }: Act,
  { second, pins: [own = '', other = ''] }: { readonly second: string; readonly pins: readonly string[] },
): Promise<Outcome<readonly Proof[]>> {
  const no = (code: Refusal['code'], key: string) => ({ ok: false as const, refusal: problem(code, key) });
  const takesTwo = what === 'release';
  if (takesTwo && second === '') return no('invalid', 'required');
  if (takesTwo && userId(second) === member.id) return no('forbidden', 'same-person');
  const first = await proofOf(deps, member.id, own);
  if (first === undefined) return no('unauthenticated', 'wrong-credential');
  if (!takesTwo) return { ok: true, value: [first] };
  const with2 = await proofOf(deps, second, other);
  return with2 === undefined ? no('unauthenticated', 'wrong-second') : { ok: true, value: [first, with2] };
}

/** The same rules as of what is kept by command. */
async function keep(
  deps: WorklistDeps,
  reader: SignedIn,
  { register, id, newest, versions }: FoundEntry,
  act: Act,
  proofs: readonly Proof[],
): Promise<Outcome<RegisterRecord | null>> {
  const { at, zone } = askedNow(deps, reader);
  const after = afterAct(definitions[register], versions, act, { at, zone });
  if (!after.ok) return after;
  const [by, second] = proofs.map(({ member }) => member.id);
  const stated = { site: newest.site, id, at, by: by ?? '', ...(second === undefined ? {} : { second }) };
  const keeping = { registers: deps.registers, staff: deps.staff, zone, dryRun: false };
  return keepEntry(keeping, definitions[register], { ...stated, ...after.value }, { newest, proofs });
}
