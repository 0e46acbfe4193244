import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import { ROLES } from '../vocabulary.ts';
import { owner, person, text } from './fields.ts';
import { entryId } from './standing.ts';

export const CHANGE_STATUSES = [
  'proposed',
  'assessed',
  'approved',
  'implemented',
  'checked',
  'closed',
  'rejected',
  'withdrawn',
] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

export const CHANGE_CLASSES = ['minor', 'major', 'emergency'] as const;

const KINDS = ['document', 'protocol', 'equipment', 'release'] as const;

/** What is changed, and the version that it is changed to; the release has no id, a machine no version. */
const changed = lazily(() =>
  z
    .strictObject({ kind: z.enum(KINDS), id: entryId.optional(), version: text(20).optional() })
    .refine(({ kind, id }) => kind === 'release' || id !== undefined, {
      error: 'id: got none, expected what is changed',
    })
    .refine(({ kind, version }) => kind === 'equipment' || version !== undefined, {
      error: 'version: got none, expected the version that it is changed to',
    }),
);

/** One change of a document, a protocol, a machine or the software, as it stands (clinical-pathway 3.7). */
export const changeControl = lazily(() =>
  z.strictObject({
    title: text(90),
    owner: owner(),
    status: z.enum(CHANGE_STATUSES),
    class: z.enum(CHANGE_CLASSES),
    what: text(500),
    why: text(500),
    changes: z.array(changed()).min(1).max(20),
    proposedBy: person,
    /** What it has an effect on; each says what, or that there is none. */
    impactRegulatory: text(300).optional(),
    impactValidation: text(300).optional(),
    impactData: text(300).optional(),
    impactTraining: text(300).optional(),
    impactPatients: text(300).optional(),
    approvals: z.array(z.strictObject({ by: person, role: z.enum(ROLES), on: printedDate })).max(10),
    implementOn: printedDate,
    rollback: text(300),
    implementedOn: printedDate.optional(),
    /** The last day of the check whether it does what it was made for. */
    checkUntil: printedDate,
    /** What that check found. */
    effectiveness: text(300).optional(),
    /** Why it was rejected, withdrawn or closed. */
    because: text(120).optional(),
  }),
);
export type ChangeControl = z.infer<ReturnType<typeof changeControl>>;
export type Changed = z.infer<ReturnType<typeof changed>>;
