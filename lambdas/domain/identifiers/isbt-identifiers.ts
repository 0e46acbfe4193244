import { positions } from './describe-text.ts';

/** What a data structure is read as; `other` is kept as it stands, `patient` is refused. */
export type StructureRole =
  | 'din'
  | 'product-code'
  | 'date'
  | 'flexible-date'
  | 'month'
  | 'divisions'
  | 'sec'
  | 'chain-of-identity'
  | 'other'
  | 'patient'
  | 'header';

export interface DataStructure {
  /** The number of the structure in ISBT 128 (ST-001). */
  readonly number: string;
  readonly name: string;
  /** The characters that introduce it. Those of a donation number end with `=`: what follows is data already. */
  readonly prefix: string;
  readonly content: readonly RegExp[];
  readonly role: StructureRole;
}

const capital = /[A-Z0-9]/;
const facility = [/[A-NP-Z1-9]/, /[A-NP-Z0-9]/, /[A-NP-Z0-9]/, /\d/, /\d/];
const day = positions(/\d/, 6);
const dayAndTime = positions(/\d/, 10);

const structure = (
  number: string,
  prefix: string,
  name: string,
  role: StructureRole,
  content: readonly RegExp[],
): DataStructure => ({ number, prefix, name, role, content });

/** The data structures of labels around collection, product and therapy. Formats only: their tables are licensed. */
export const DATA_STRUCTURES: readonly DataStructure[] = [
  structure('001', '=', 'donation identification number', 'din', [
    ...facility,
    ...positions(/\d/, 8),
    ...positions(/[0-9A-HJ-NPR-Y]/, 2),
  ]),
  structure('002', '=%', 'blood groups', 'other', positions(capital, 4)),
  structure('003', '=<', 'product code', 'product-code', [...positions(capital, 5), ...positions(/[A-Za-z0-9]/, 3)]),
  structure('004', '=>', 'expiry date', 'date', day),
  structure('005', '&>', 'expiry date and time', 'date', dayAndTime),
  structure('006', '=*', 'collection date', 'date', day),
  structure('007', '&*', 'collection date and time', 'date', dayAndTime),
  structure('008', '=}', 'production date', 'date', day),
  structure('009', '&}', 'production date and time', 'date', dayAndTime),
  structure('019', '=;', 'donor identification number', 'other', [...facility, ...positions(/[A-Za-z0-9]/, 16)]),
  structure('023', '=+', 'compound message', 'header', positions(/\d/, 5)),
  structure('024', '=#', 'date of birth of the patient', 'patient', positions(/\d/, 10)),
  structure('025', '&#', 'identification of the patient', 'patient', positions(/\d/, 4)),
  structure('026', '=]', 'expiry month', 'month', day),
  structure('031', '=(', 'flexible date and time', 'flexible-date', positions(/\d/, 16)),
  structure('032', '=,', 'product divisions', 'divisions', positions(capital, 6)),
  structure('034', '=/', 'processor product identification code', 'other', positions(capital, 15)),
  structure('038', '&,4', 'Single European Code', 'sec', positions(/[A-Za-z0-9]/, 40)),
  structure('039', '&:', 'global registration identifier of a donor', 'other', positions(capital, 19)),
  structure('040', '&/', 'chain of identity', 'chain-of-identity', positions(capital, 15)),
];

const BY_PREFIX = new Map(DATA_STRUCTURES.map((one) => [one.prefix, one]));
const DONATION = /[A-NP-Z1-9]/;

/** The data structure that starts at a place of a scan, by its data identifier; undefined where none of ours does. */
export function structureAt(text: string, at: number): DataStructure | undefined {
  const first = text.charAt(at);
  const second = text.charAt(at + 1);
  if (first === '=' && DONATION.test(second)) return BY_PREFIX.get('=');
  return BY_PREFIX.get(text.slice(at, at + (first === '&' && second === ',' ? 3 : 2)));
}
