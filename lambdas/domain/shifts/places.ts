import * as z from 'zod';
import type { Task } from '../competence/tasks.ts';
import type { Role } from '../vocabulary.ts';

/** Who has to be on site on the day of treatment (S19, clinical-pathway 3.3). */
export const PLACES = ['thaw', 'thaw-check', 'bedside', 'crs-icans'] as const;
export type Place = (typeof PLACES)[number];

interface Asked {
  /** In what they are competent. */
  readonly task: Task;
  /** What else they are; without it, anything. */
  readonly role?: Role;
}

export const ASKED_OF: Readonly<Record<Place, Asked>> = {
  thaw: { task: 'thaw' },
  'thaw-check': { task: 'thaw' },
  bedside: { task: 'bedside-check' },
  'crs-icans': { task: 'crs-icans-care', role: 'physician' },
};

/** How many people of a shift fill each place; of a place that is not named, as many as usual. */
export const shiftCover = z.partialRecord(z.enum(PLACES), z.int().min(0).max(9));
export type ShiftCover = z.infer<typeof shiftCover>;

/** As the pathway asks; a site says otherwise. */
const USUAL: Readonly<Record<Place, number>> = { thaw: 1, 'thaw-check': 1, bedside: 2, 'crs-icans': 1 };

export const neededIn = (cover: ShiftCover, place: Place): number => cover[place] ?? USUAL[place];
