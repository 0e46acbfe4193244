import type { MediaType } from './attachment.ts';

const BEGINNINGS: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const LINE_CHARACTERS = [0x09, 0x0a, 0x0d];

/** Lines of text, in whatever encoding a logger writes. */
const isText = (bytes: Uint8Array): boolean => bytes.every((byte) => byte >= 0x20 || LINE_CHARACTERS.includes(byte));

/** What a file is, by what stands in it: a name or what a browser says of it proves nothing. Undefined for what may not be attached. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const begun = BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte));
  if (begun !== undefined) return begun[0];
  return bytes.length > 0 && isText(bytes) ? 'text/csv' : undefined;
}
