import { valueAt } from '../journey/corrected-evidence.ts';
import { attachment } from './attachment.ts';

/** Whether a path leads into a file that the values name: to its checksum, its kind or its size. */
export function isPartOfAttachment(values: Readonly<Record<string, unknown>>, path: string): boolean {
  const parent = path.split('.').slice(0, -1).join('.');
  return attachment.safeParse(valueAt(values, parent)).success;
}
