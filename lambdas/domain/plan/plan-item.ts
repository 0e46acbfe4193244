import type { Instant } from '../time.ts';
import type { Role } from '../vocabulary.ts';

/** What a plan consists of, in the order in which it happens. */
export const PLAN_ITEMS = [
  'collection',
  'shipment-out',
  'ready',
  'delivery',
  'conditioning',
  'day-0',
  'discharge',
  'proximity-end',
  'visit',
] as const;
export type PlanItemName = (typeof PLAN_ITEMS)[number];

/**
 * How a date came to be: `booked` a person planned it, `agreed` it is agreed with another party, `predicted` the maker or its
 * usual time says so, `derived` it follows from another date and lead times, `done` it happened.
 */
export type Basis = 'booked' | 'agreed' | 'predicted' | 'derived' | 'done';

/** One date of the plan, or one stretch of time. */
export interface PlanItem {
  readonly item: PlanItemName;
  /** Which one, from 1: a collection or a manufacture can be repeated; of a visit its place in the follow-up plan. */
  readonly number: number;
  readonly from: Instant;
  readonly until?: Instant;
  readonly basis: Basis;
  /** Whose diary it concerns. */
  readonly roles: readonly Role[];
  /** Where it was moved to the next open day of the site: the date it would have fallen on. */
  readonly closedOn?: Instant;
  /** Of a visit: its name in the follow-up plan, and its window while it is still to come. */
  readonly visit?: {
    readonly name: string;
    readonly window?: { readonly opensAt: Instant; readonly dueAt: Instant };
  };
}

/** Whose diary each item concerns: who is there when it happens, and who has to plan around it. */
export const ROLES_OF: Readonly<Record<PlanItemName, readonly Role[]>> = {
  collection: ['coordinator', 'physician', 'apheresis', 'cell-lab'],
  'shipment-out': ['coordinator', 'cell-lab'],
  ready: ['coordinator', 'physician'],
  delivery: ['coordinator', 'pharmacist', 'cell-lab'],
  conditioning: ['coordinator', 'physician', 'pharmacist', 'nurse'],
  'day-0': ['coordinator', 'physician', 'pharmacist', 'cell-lab', 'nurse'],
  discharge: ['physician', 'nurse'],
  'proximity-end': ['physician', 'nurse'],
  visit: ['physician'],
};

type Dates = Omit<PlanItem, 'item' | 'number' | 'roles'>;

export const planItem = (item: PlanItemName, number: number, dates: Dates): PlanItem => ({
  item,
  number,
  roles: ROLES_OF[item],
  ...dates,
});

/** Identifies an item within its journey, e.g. `visit-3`. */
export type ItemKey = string & { readonly __itemKey?: never };

export const itemKey = ({ item, number }: Pick<PlanItem, 'item' | 'number'>): ItemKey => `${item}-${number}`;
