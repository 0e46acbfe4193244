import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import { competentBy } from '../../lambdas/domain/competence/judge-competence.ts';
import type { Task } from '../../lambdas/domain/competence/tasks.ts';
import type { Lapsing } from '../../lambdas/domain/renewals/renewal-ladder.ts';
import { type Instant, plus } from '../../lambdas/domain/time.ts';
import { HOSPITAL_SITE } from '../hospital/hospital-files.ts';
import { holdersOf } from '../hospital/hospital-people.ts';
import { leaveHospital } from '../hospital/leave-hospital.ts';
import { WEEKS_OF_ROTA, writeRota } from '../hospital/load-hospital.ts';
import { type Renewed, Upkeep } from '../hospital/upkeep.ts';
import { whenAfter } from '../scenario/moment.ts';
import type { Place } from '../scenario/place.ts';
import { MEAN_DAYS_RENEWED_LATE } from './base-rates.ts';
import type { Chance } from './chance.ts';
import { zoneOf } from './sites.ts';

/** While patients are treated the owners look at what lapses once a week. */
const EVERY_WEEK = '+7d 10:00';
const ROTA_LASTS = `P${WEEKS_OF_ROTA}W`;
/** Of what is renewed in time, at least and at most so many days before its last day. */
const EARLIEST = 53;
const LATEST = 8;

/** Who signs, in which role and for what. */
export interface Signing {
  readonly site: string;
  readonly role: string;
  readonly chance: Chance;
  /** What they have to be competent in, where anything is asked. */
  readonly task: Task | undefined;
  readonly at: Instant;
}

/**
 * The people of the demo hospital around the courses of one stack: they write rotas, and renew what lapses, now and then too late. Gates
 * ask the registers until a patient was treated; when nobody is treated any more the hospital leaves the stack.
 */
export class HospitalLife {
  readonly #place: Place;
  readonly #upkeep: Upkeep;
  readonly #chance: Chance;
  readonly #isTreating: () => boolean;
  readonly #renewed: (renewed: Renewed) => void;
  #at: Instant | undefined;
  #rotaFrom: Instant;

  private constructor(upkeep: Upkeep, options: LifeOptions) {
    this.#place = options.place;
    this.#upkeep = upkeep;
    this.#chance = options.chance;
    this.#isTreating = options.isTreating;
    this.#renewed = options.renewed;
    this.#rotaFrom = options.from;
    this.#at = whenAfter(options.from, EVERY_WEEK, zoneOf(HOSPITAL_SITE));
  }

  /** As it has lived until `from`: what was to be renewed by then is. */
  static async begin(options: LifeOptions): Promise<HospitalLife> {
    const life = new HospitalLife(await Upkeep.of(options.place), options);
    await life.#upkeep.renew(options.from, life.#isRenewedBy);
    await life.#writeRota(options.from);
    return life;
  }

  /** When they see to it next; nothing once they have left. */
  get next(): Instant | undefined {
    return this.#at;
  }

  async act(): Promise<void> {
    const at = this.#at;
    if (at === undefined) return;
    if (!this.#isTreating()) {
      this.#at = undefined;
      await leaveHospital(this.#place);
      return;
    }
    const zone = zoneOf(HOSPITAL_SITE);
    if (at >= plus(this.#rotaFrom, ROTA_LASTS, zone)) await this.#writeRota(at);
    for (const one of await this.#upkeep.renew(at, this.#isRenewedBy)) this.#renewed(one);
    this.#at = whenAfter(at, EVERY_WEEK, zone);
  }

  async #writeRota(at: Instant): Promise<void> {
    await writeRota(this.#place, at);
    this.#rotaFrom = at;
  }

  /** User id of who signs: of those who hold the role always the same one for a course, if they are competent; else a colleague who is. */
  signer({ site, role, chance, task, at }: Signing): string {
    const holders = holdersOf(site, role);
    const first = Math.floor(chance.draw(`who/${role}`) * holders.length);
    const inOrder = [...holders.slice(first), ...holders.slice(0, first)];
    const isCompetent = ({ id }: { readonly id: string }): boolean =>
      task === undefined || competentBy(this.#upkeep.competenceOf(id), { task, at, zone: zoneOf(site) }) !== undefined;
    return (inOrder.find(isCompetent) ?? inOrder[0])?.id ?? role;
  }

  /** Whether by a day somebody has renewed it: mostly in time. */
  readonly #isRenewedBy = (one: Lapsing, today: string): boolean => {
    const { what, name, owner, lastDay, entry } = one;
    const when = [what, entry?.id ?? owner, entry?.part ?? name, lastDay].join('/');
    const days = this.#chance.happens('renewedLate', when)
      ? 1 + Math.floor(this.#chance.waiting(MEAN_DAYS_RENEWED_LATE, `renewed/${when}`))
      : -LATEST - Math.floor(this.#chance.draw(`renewed/${when}`) * (EARLIEST - LATEST));
    return today >= daysLater(lastDay, days);
  };
}

interface LifeOptions {
  readonly place: Place;
  readonly chance: Chance;
  readonly from: Instant;
  /** Whether a patient may still meet a gate that asks a register. */
  isTreating(): boolean;
  renewed(renewed: Renewed): void;
}
