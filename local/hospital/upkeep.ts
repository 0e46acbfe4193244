import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import {
  type CompetenceRecord,
  competenceAt,
  type StaffCompetence,
} from '../../lambdas/domain/competence/competence.ts';
import { lapsingOf } from '../../lambdas/domain/competence/lapsing.ts';
import { recordCompetence } from '../../lambdas/domain/competence/record-competence.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import { keepEntries } from '../../lambdas/domain/registers/keep-entry.ts';
import { type LapsingEntry, lapsingEntries } from '../../lambdas/domain/registers/lapsing.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import type { Lapsing } from '../../lambdas/domain/renewals/renewal-ladder.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { accessTo, type Place, registersOf } from '../scenario/place.ts';
import { zoneOf } from '../simulate/sites.ts';
import { hospitalSites } from './hospital-files.ts';
import { hospitalPeople } from './hospital-people.ts';
import { keepingAt } from './load-hospital.ts';
import { isRenewable, lastDayOf, renewedRow } from './renewed-row.ts';

const WHY = 'renewed';

/** Something that was renewed, and whether it had lapsed by then. */
export interface Renewed {
  readonly what: Lapsing['what'];
  readonly isLate: boolean;
}

/** The owners of the demo hospital, who renew what lapses: they calibrate, review, and assess anew, as its registers are kept. */
export class Upkeep {
  readonly #place: Place;
  /** By site, the newest version of each entry. */
  readonly #entries = new Map<string, Map<string, RegisterRecord>>();
  readonly #assessed = new Map<string, readonly CompetenceRecord[]>();
  readonly #competence = new Map<string, StaffCompetence>();

  private constructor(place: Place) {
    this.#place = place;
  }

  /** Of the hospital as it stands in the registers of a stack. */
  static async of(place: Place): Promise<Upkeep> {
    const upkeep = new Upkeep(place);
    for (const { site } of hospitalSites()) {
      const records = await registersOf(place).records(site);
      upkeep.#entries.set(site, new Map(records.map((record) => [nameOf(record.register, record.id), record])));
    }
    const competence = dynamoCompetence(accessTo(place));
    for (const { id } of hospitalPeople()) upkeep.#know(id, await competence.of(id));
    return upkeep;
  }

  /** What somebody was assessed in. */
  competenceOf(person: string): StaffCompetence {
    return this.#competence.get(person) ?? {};
  }

  /** Renews what `isDue` says of all that counts until a day; one transaction for each site, and one for each assessment. */
  async renew(at: Instant, isDue: (one: Lapsing, today: string) => boolean): Promise<readonly Renewed[]> {
    const renewed: Renewed[] = [];
    for (const { site, ...who } of hospitalSites()) {
      const today = dateOf(at, zoneOf(site));
      const entries = await this.#lapsingEntries(site, (one) => isDue(one, today));
      await this.#renewEntries(site, entries, { ...who, at, today });
      const assessments = hospitalPeople()
        .filter((person) => person.site === site)
        .flatMap(({ id }) => lapsingOf(id, this.competenceOf(id)))
        .filter((one) => isDue(one, today));
      for (const one of assessments) await this.#assess(one, { ...who, at, today, zone: zoneOf(site) });
      renewed.push(...[...entries, ...assessments].map(({ what, lastDay }) => ({ what, isLate: lastDay < today })));
    }
    return renewed;
  }

  async #lapsingEntries(site: string, isDue: (one: Lapsing) => boolean): Promise<readonly LapsingEntry[]> {
    return lapsingEntries(await registersOf(this.#place).readiness(site)).filter(
      (one) => isRenewable(one) && isDue(one),
    );
  }

  async #renewEntries(
    site: string,
    lapsing: readonly LapsingEntry[],
    { by, second, at, today }: Renewing,
  ): Promise<void> {
    const known = this.#entries.get(site) ?? new Map<string, RegisterRecord>();
    const wanted = [...Map.groupBy(lapsing, ({ what, entry }) => nameOf(what, entry.id))].flatMap(([name, parts]) => {
      const record = known.get(name);
      if (record === undefined) return [];
      const definition = registers[record.register];
      const row = parts.reduce((before, one) => renewedRow(before, one, today), definition.toRow(record.entry));
      const given = { site, by, second, why: WHY, at, id: record.id, entry: definition.fromRow(row) };
      return [{ definition, given }];
    });
    if (wanted.length === 0) return;
    const kept = await keepEntries(keepingAt(this.#place, site), wanted, { known: [...known.values()] });
    for (const one of kept) {
      if (!one.ok) throw new Error(`Renewal at ${site}: ${one.refusal.message}`);
      if (one.value !== null) known.set(nameOf(one.value.register, one.value.id), one.value);
    }
  }

  async #assess(
    { name, owner }: Lapsing,
    { by, at, today, zone }: Renewing & { readonly zone: string },
  ): Promise<void> {
    const before = this.#assessed.get(owner) ?? [];
    const last = before.findLast((one) => one.what === 'assessed' && one.task === name);
    if (last === undefined) return;
    const again = { ...last, assessedOn: today, validUntil: lastDayOf(today, 'P1Y'), by, why: WHY, at };
    const record = recordCompetence(again, { person: owner, before, zone });
    const kept = record.ok ? await dynamoCompetence(accessTo(this.#place)).keep(owner, record.value) : record;
    if (!kept.ok) throw new Error(`Assessment of ${owner}: ${kept.refusal.message}`);
    if (record.ok) this.#know(owner, [...before, record.value]);
  }

  #know(person: string, records: readonly CompetenceRecord[]): void {
    this.#assessed.set(person, records);
    this.#competence.set(person, competenceAt(records, records.at(-1)?.at ?? ''));
  }
}

interface Renewing {
  readonly by: string;
  readonly second: string;
  readonly at: Instant;
  /** The day at the site. */
  readonly today: string;
}

const nameOf = (register: string, id: string): string => `${register} ${id}`;
