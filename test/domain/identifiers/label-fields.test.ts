import { expect, test } from 'vitest';
import {
  collectionDaySchema,
  labelCodeSchema,
  labelSequenceSchema,
} from '../../../lambdas/domain/identifiers/label-fields.ts';

const SEQUENCE = 'DE009999A999926000001';

test.each([
  [labelCodeSchema, ']d20109506000134353', undefined],
  [labelCodeSchema, ']d20109506000134352' + '10B-1\u001d21S1', '(01)09506000134352(10)B-1(21)S1'],
  [labelCodeSchema, ' =A99992600000100 ', '=A99992600000100'],
  [labelCodeSchema, 'no code at all', undefined],
  [collectionDaySchema, '2026-03-31', '2026-03-31'],
  [collectionDaySchema, '=*026090', '2026-03-31'],
  [collectionDaySchema, '=>026090', undefined],
  [collectionDaySchema, '2026-02-31', undefined],
  [labelSequenceSchema, SEQUENCE, SEQUENCE],
  [labelSequenceSchema, `SEC: ${SEQUENCE} A00S11270A000000000`, SEQUENCE],
  [labelSequenceSchema, 'A999926000001', undefined],
])('case %#: %o is kept as one value, and that value stays itself', (schema, given, kept) => {
  const read = schema.safeParse(given);
  expect(read.success ? String(read.data) : undefined).toBe(kept);
  if (kept !== undefined) expect(schema.parse(kept)).toBe(kept);
});
