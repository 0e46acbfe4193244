import * as z from 'zod';

/** What may be attached: documents that are read, and nothing that is run. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/csv'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A function is called with 6 MB at most, in which a file stands in base64: a third larger. */
export const MOST_BYTES = 4 * 1024 * 1024;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 of 0-9 and a-f');

/** A file that belongs to what is recorded. Without its name: people name files after patients. */
export const attachment = z
  .strictObject({ sha256, mediaType: z.enum(MEDIA_TYPES), size: z.int().min(1).max(MOST_BYTES) })
  .meta({ control: 'attachment' });
export type Attachment = z.infer<typeof attachment>;
