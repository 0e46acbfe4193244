import * as z from 'zod';
import { printedDate } from '../time.ts';
import { ROLES } from '../vocabulary.ts';
import { entryId, line } from './standing.ts';

export const CHANGE_STATES = [
  'proposed',
  'assessed',
  'approved',
  'implemented',
  'checked',
  'closed',
  'rejected',
  'withdrawn',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export const CHANGE_CLASSES = ['minor', 'major', 'emergency'] as const;

/** What a change has an effect on (clinical-pathway 3.7); each says what, or that there is none. */
export const IMPACTS = ['regulatory', 'validation', 'data', 'training', 'patientsInFlight'] as const;

const person = line.max(64);
const text = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^\P{Cc}+$/u, 'expected one line');
const version = line.max(20);

/** What is changed, and the version that it is changed to. */
const changed = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('document'), id: entryId, version }),
    z.strictObject({ kind: z.literal('protocol'), id: entryId, version }),
    z.strictObject({ kind: z.literal('equipment'), id: entryId }),
    z.strictObject({ kind: z.literal('release'), version }),
  ],
  { error: 'expected document:ID@VERSION, protocol:ID@VERSION, equipment:ID or release:@VERSION' },
);
export type Changed = z.infer<typeof changed>;

const approval = z.strictObject(
  { by: person, role: z.enum(ROLES), on: printedDate },
  { error: 'expected ROLE:USER@DAY' },
);

/** One change of a document, a protocol, a machine or the software, as it stands. */
export const changeControl = z.strictObject({
  title: line,
  owner: person,
  state: z.enum(CHANGE_STATES),
  class: z.enum(CHANGE_CLASSES),
  what: text,
  why: text,
  changes: z.array(changed).min(1).max(20),
  proposedBy: person,
  impact: z
    .strictObject({ regulatory: text, validation: text, data: text, training: text, patientsInFlight: text })
    .optional(),
  approvals: z.array(approval).max(10).optional(),
  implementOn: printedDate,
  rollback: text,
  implementedOn: printedDate.optional(),
  /** The last day of the check whether it does what it was made for. */
  effectivenessUntil: printedDate,
  /** What that check found. */
  effectiveness: text.optional(),
  /** Why it was rejected, withdrawn or closed. */
  ended: text.optional(),
});
export type ChangeControl = z.infer<typeof changeControl>;
