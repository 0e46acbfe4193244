import { describe, expect, test } from 'vitest';
import { attachmentsIn } from '../../../lambdas/domain/attachments/attachments-in.ts';
import { mediaTypeOf } from '../../../lambdas/domain/attachments/media-type.ts';

const FILE = { sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 12 } as const;

describe('the files that evidence names', () => {
  test('are found wherever they stand, each with its place', () => {
    const evidence = { certificateReference: 'C-1', certificateAttachment: FILE, rows: [{ scan: FILE }] };
    expect(attachmentsIn({ evidence, paper: undefined })).toEqual([
      { path: 'evidence.certificateAttachment', attachment: FILE },
      { path: 'evidence.rows.0.scan', attachment: FILE },
    ]);
  });

  test.each([
    ['a checksum alone', { sha256: FILE.sha256 }],
    ['another kind of file', { ...FILE, mediaType: 'text/html' }],
    ['more than a file says', { ...FILE, name: 'x' }],
    ['nothing', null],
  ])('are not %s', (_, value) => expect(attachmentsIn({ value })).toEqual([]));
});

describe('what a file is', () => {
  test.each([
    ['application/pdf', [...Buffer.from('%PDF-1.7\n'), 0, 255]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]],
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0]],
    ['text/csv', [...Buffer.from('Zeit;°C\r\n08:00;-152,1\r\n', 'latin1')]],
  ])('shows in its bytes: %s', (type, bytes) => expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(type));

  test.each([
    ['nothing', []],
    ['a program', [0x4d, 0x5a, 0x90, 0x00]],
    ['an archive', [0x50, 0x4b, 0x03, 0x04]],
    ['a picture cut off within its beginning', [0x89, 0x50, 0x4e, 0x00]],
  ])('is none that is taken: %s', (_, bytes) => expect(mediaTypeOf(Uint8Array.from(bytes))).toBeUndefined());
});
