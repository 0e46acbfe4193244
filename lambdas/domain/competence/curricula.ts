import * as z from 'zod';
import { userId } from '../sign-off/user-id.ts';
import { ROLES } from '../vocabulary.ts';
import { TASKS } from './tasks.ts';

const person = z.string().min(1).max(64).transform(userId);

const task = z.strictObject({
  task: z.enum(TASKS),
  /** By which procedure, as the register of documents calls it; its version is the one in force. */
  procedure: z.string().min(1).max(60).optional(),
  /** A written test, with the percent it takes. */
  test: z.int().min(1).max(100).optional(),
  /** How often it is done under observation; without it, as often as the assessor asks. */
  observed: z.int().min(0).max(100).optional(),
});
export type CurriculumTask = z.infer<typeof task>;

const common = {
  /** Id of a protocol; without it, of every product. */
  protocol: z.string().min(1).max(64).optional(),
  tasks: z.array(task).min(1).max(20),
  /** Who sees to it that it is done: a role, or a user id; without it, who leads the programme. */
  lead: person.optional(),
  /** So many days after it was assigned it is done. */
  withinDays: z.int().min(1).max(365).optional(),
};
const ofRole = z.strictObject({ role: z.enum(ROLES), ...common });
/** Of people who are called in and hold no role for it, such as those of the emergency department. */
const ofUnit = z.strictObject({
  unit: z
    .string()
    .min(1)
    .max(60)
    .regex(/^\P{Cc}+$/u, 'expected one line'),
  people: z.array(person).min(1).max(200),
  ...common,
});

/** What a role or a unit is trained for at a site, for one product or for all. */
export const curricula = z
  .array(z.union([ofRole, ofUnit]))
  .min(1)
  .max(200);
export type Curricula = z.infer<typeof curricula>;
export type Curriculum = Curricula[number];

/** The curricula of somebody, by what they are. */
export const curriculaOf = (
  { id, roles }: { readonly id: string; readonly roles: readonly string[] },
  all: Curricula,
): Curricula => all.filter((one) => ('role' in one ? roles.includes(one.role) : one.people.includes(id)));

/** Whose they are: a role, or what a unit is called. */
export const groupOf = (one: Curriculum): string => ('role' in one ? one.role : one.unit);
