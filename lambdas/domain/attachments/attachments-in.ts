import { type Attachment, attachment } from './attachment.ts';

/** A file that evidence names, and where it names it: `certificateAttachment`. */
export interface NamedAttachment {
  readonly path: string;
  readonly attachment: Attachment;
}

/** Every file that a value names, however deep: nothing else of evidence has the shape of one. */
export function attachmentsIn(value: unknown, path: readonly string[] = []): readonly NamedAttachment[] {
  if (typeof value !== 'object' || value === null) return [];
  const read = attachment.safeParse(value);
  if (read.success) return [{ path: path.join('.'), attachment: read.data }];
  return Object.entries(value).flatMap(([name, member]) => attachmentsIn(member, [...path, name]));
}
