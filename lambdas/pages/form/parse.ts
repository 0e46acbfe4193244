import { attachment } from '../../domain/attachments/attachment.ts';
import { find } from '../i18n/texts.ts';
import type { JsonSchema, ParsedForm, Submission } from '../views.ts';
import { fieldsOf, hasName } from './fields.ts';
import { FILE_PARTS } from './file-parts.ts';
import { formKey } from './form-key.ts';
import { localTime } from './local-time.ts';
import { PAPER_FIELDS, PAPER_SCAN } from './paper-names.ts';
import { readPosted, shownAgain } from './posted.ts';
import { SHOWN } from './read-draft.ts';
import { type Reading, readFields, readOne } from './read-field.ts';

const OWN_NAMES = [
  'signer',
  'pin',
  'proof',
  'contentHash',
  'nonce',
  'decision',
  'occurredAt',
  'reason',
  'onBehalfOf',
  'line',
  'container',
  SHOWN,
  ...PAPER_FIELDS,
];
const MAX_REASON = 2000;
/** Values of `proof` in a form that a passkey, or a log-in at the hospital's provider, is to sign: it brings no PIN. */
export const BY_PASSKEY = 'passkey';
export const BY_OIDC = 'oidc';

/**
 * Turns a posted form of the sign-off page into the submission that the same route takes as JSON.
 *
 * `schemas` are those of the step's forms (`schemasOf(view)`), `zone` is its site's. What the form itself can get wrong (a number,
 * a time that does not exist at the site, an empty required field, a name sent twice or unknown here) comes back as a
 * problem with the values typed, without the PIN; whether the evidence is acceptable is the domain's to say.
 */
export function parseSignOffForm(
  body: string,
  schemas: Readonly<Record<string, JsonSchema>>,
  zone: string,
): ParsedForm {
  const posted = readPosted(body);
  if (!posted.ok) return { ok: false, problem: { message: posted.problem } };
  const reading: Reading = { values: posted.values, zone, errors: new Map() };
  const decision = readOne(reading, 'decision') ?? '';
  const item = readOne(reading, 'evidence.item') ?? '';
  const report = readOne(reading, 'evidence.report') ?? '';
  const schema = find(schemas, formKey(decision, { item, report }));
  const fields = schema === undefined ? [] : fieldsOf(schema, 'evidence');
  const strangers = [...reading.values.keys()].some((name) => !OWN_NAMES.includes(name) && !hasName(fields, name));
  if (schema === undefined || strangers) return notReadable(reading);

  const contentHash = readOne(reading, 'contentHash');
  const nonce = readOne(reading, 'nonce');
  if (contentHash === undefined || nonce === undefined) return notReadable(reading);
  const evidence = readFields(fields, reading);
  const occurredAt = readOccurredAt(reading);
  const reason = readReason(reading);
  const onBehalfOf = readOne(reading, 'onBehalfOf');
  const paper = readPaper(reading);
  readContainer(reading);
  const signer = readRequired(reading, 'signer');
  const proof = readOne(reading, 'proof');
  const pin = proof === BY_PASSKEY || proof === BY_OIDC ? undefined : readRequired(reading, 'pin');
  if (reading.errors.size > 0) {
    const fieldErrors = Object.fromEntries(reading.errors);
    return { ok: false, problem: { message: 'check-fields', fieldErrors, values: shownAgain(reading.values) } };
  }
  const required: Submission = { signer, contentHash, nonce, decision, evidence };
  return {
    ok: true,
    submission: {
      ...required,
      ...(pin === undefined ? {} : { pin }),
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(reason === undefined ? {} : { reason }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(paper === undefined ? {} : { paper }),
    },
  };
}

const notReadable = ({ values }: Reading): ParsedForm => ({
  ok: false,
  problem: { message: 'not-readable', values: shownAgain(values) },
});

/** What it is entered from; a form that is signed now has no such names. */
function readPaper(reading: Reading): Submission['paper'] {
  if (!PAPER_FIELDS.some((name) => reading.values.has(name))) return undefined;
  const doneBy = readRequired(reading, 'paper.doneBy');
  const reference = readRequired(reading, 'paper.reference');
  const sha256 = readOne(reading, 'paper.sha256');
  const scan = readScan(reading);
  return { doneBy, reference, ...(sha256 === undefined ? {} : { sha256 }), ...(scan === undefined ? {} : { scan }) };
}

/** What the page filled in when the scan was stored. */
function readScan(reading: Reading): NonNullable<Submission['paper']>['scan'] {
  const [sha256, mediaType, size] = FILE_PARTS.map((part) => readOne(reading, `${PAPER_SCAN}.${part}`));
  if (sha256 === undefined && mediaType === undefined && size === undefined) return undefined;
  const read = attachment.safeParse({ sha256, mediaType, size: Number(size) });
  if (read.success) return read.data;
  reading.errors.set(PAPER_SCAN, 'not-stored');
  return undefined;
}

/** A line of a checklist is about one container: what was read off another one does not belong there. */
function readContainer(reading: Reading): void {
  const container = readOne(reading, 'container');
  const read = readOne(reading, 'evidence.container');
  if (container !== undefined && read !== undefined && read !== container) {
    reading.errors.set('evidence.container', 'other-container');
  }
}

function readRequired(reading: Reading, name: string): string {
  const value = readOne(reading, name);
  if (value === undefined && !reading.errors.has(name)) reading.errors.set(name, 'required');
  return value ?? '';
}

function readOccurredAt(reading: Reading): string | undefined {
  const text = readOne(reading, 'occurredAt');
  if (text === undefined) return undefined;
  const read = localTime(text, reading.zone);
  if (read.ok) return read.value;
  reading.errors.set('occurredAt', read.problem);
  return undefined;
}

function readReason(reading: Reading): string | undefined {
  const reason = readOne(reading, 'reason');
  if (reason !== undefined && reason.length > MAX_REASON) reading.errors.set('reason', 'too-long');
  return reason;
}
