import type { PlanItemName } from '../../../domain/plan/plan-item.ts';

const items: Record<PlanItemName, string> = {
  collection: 'Collection',
  'shipment-out': 'Shipment to the maker',
  ready: 'Product ready at the maker',
  delivery: 'Delivery of the product',
  conditioning: 'Start of conditioning',
  'day-0': 'Day 0, product given',
  discharge: 'End of acute monitoring, discharge at the earliest',
  'proximity-end': 'End of the time near the hospital',
  visit: 'Follow-up visit',
};

interface News {
  readonly subject: string;
  readonly title: string;
  readonly text: string;
}

const isNew: News = {
  subject: 'new dates in your diary',
  title: 'New dates',
  text: 'These dates of the plan are new and concern you.',
};

const moved: News = {
  subject: 'dates have moved',
  title: 'Dates have moved',
  text: 'These dates of the plan have changed and concern you. Dates that are not named here stay as they are.',
};

/** The plan of a journey, in mails and calendars. */
export const plan = {
  items,
  isNew,
  moved,
  /** @param count which collection, manufacture or conditioning of this journey */
  again: (count: number): string => `number ${count}`,
  /** @param id of the journey */
  journey: (id: string): string => `journey ${id}`,
  wasBefore: (now: string, before: string): string => `${now} (before: ${before})`,
  gone: (before: string): string => `no longer planned (before: ${before})`,
  invitations: 'For each date there is a calendar file with this mail. It updates the entry you already have.',
  wholeDays: 'A date without an hour is predicted, or follows from other dates; it becomes exact once it is agreed.',
};
