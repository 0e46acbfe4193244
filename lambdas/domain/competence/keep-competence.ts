import { type Outcome, ok, refuse } from '../outcome.ts';
import type { CompetenceRegister, Proof, StaffDirectory } from '../ports.ts';
import { keepersAt } from '../staff/keepers-at.ts';
import { mayNotChange } from '../staff/who-may-change.ts';
import type { Instant } from '../time.ts';
import type { CompetenceRecord } from './competence.ts';
import { recordCompetence } from './record-competence.ts';

interface CompetenceKeeping {
  readonly competence: CompetenceRegister;
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  /** IANA time zone of a site. */
  zoneOf(site: string): string;
}

/** Whose competence it is, and who says so when. */
interface Stated {
  readonly person: string;
  /** User id. */
  readonly by: string;
  readonly at: Instant;
}

/**
 * Keeps what a keeper of the register says of somebody's competence, or says why it is refused.
 *
 * @param proof of who says so: without it holding, nothing is written
 */
export async function keepCompetence(
  { competence, staff, zoneOf }: CompetenceKeeping,
  { person, by, at }: Stated,
  said: Readonly<Record<string, unknown>>,
  proof?: Pick<Proof, 'alongside'>,
): Promise<Outcome<CompetenceRecord>> {
  const member = await staff.find(person);
  if (member === undefined) return refuse('not-found', `${person}: expected a member of staff, got nobody`);
  const { site } = member;
  const entering = { person, before: await competence.of(person), zone: zoneOf(site) };
  const record = recordCompetence({ ...said, by, at }, entering);
  if (!record.ok) return record;
  const refusal = mayNotChange({ id: person, by, site }, await keepersAt(staff, site));
  if (refusal !== null) return { ok: false, refusal };
  const kept = await competence.keep(person, record.value, proof?.alongside);
  return kept.ok ? ok(record.value) : kept;
}
