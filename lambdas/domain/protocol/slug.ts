import * as z from 'zod';

/** Lower-case slugs: protocol ids and source ids. */
export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
