import type { CourseIndex, Courses, JourneyStore, StoredJourney } from '../ports.ts';
import { takesOrders } from './orders.ts';

/** The journeys of one patient under one protocol, and the newest of them whose course still goes on. */
export interface KnownCourses {
  readonly courses: Courses;
  readonly open: StoredJourney | undefined;
}

/** Looks for an open journey of the same patient and protocol. Of several the newest: a person matches there. */
export async function knownCourses(
  { store, courses: index }: { readonly store: JourneyStore; readonly courses: CourseIndex },
  patient: string,
  protocol: string,
): Promise<KnownCourses> {
  const courses = await index.of(patient, protocol);
  for (const journeyId of courses.journeys.toReversed()) {
    const stored = await store.load(journeyId);
    if (stored !== undefined && takesOrders(stored.state)) return { courses, open: stored };
  }
  return { courses, open: undefined };
}
