import { brotliDecompressSync } from 'node:zlib';
import { shelf } from '../../protocols/shelf.ts';
import type { Protocol } from '../domain/protocol/schema.ts';

/** In a bundle, what `packedShelf` of the deployment made of the files, which are then left out; elsewhere nothing. */
declare const PACKED_SHELF: string | undefined;

/**
 * The protocols of this release, read as they are: their schema and the rules between their parts would be a twentieth of
 * each function and a quarter of its import, and were asked before these very files were bundled or a stack was started (`checkedShelf`).
 */
export const shelfOfRelease = (): readonly Protocol[] =>
  (typeof PACKED_SHELF === 'string' ? unpacked(PACKED_SHELF) : shelf) as readonly Protocol[];

const unpacked = (packed: string): unknown =>
  JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8'));
