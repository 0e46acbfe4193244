/** A piece of the data field of an application identifier: N digits, X the 82 characters of GS1, Z file-safe base 64. */
export interface Gs1Part {
  readonly set: 'N' | 'X' | 'Z';
  readonly min: number;
  readonly max: number;
  /** `day` and `day-or-month` are YYMMDD; the second takes day 00 for the last of the month. `time` is hhmm. */
  readonly rule?: 'check-digit' | 'day' | 'day-or-month' | 'time' | 'zero' | 'minus';
}

/** One application identifier (AI): what follows its digits, and what must or must not stand on the same item. */
export interface Gs1Field {
  readonly ai: string;
  readonly title: string;
  readonly parts: readonly Gs1Part[];
  /** Its length is known from the AI alone, so that no separator (FNC1) need follow it. */
  readonly predefined: boolean;
  /** Of each list at least one must be on the item too. */
  readonly needs: readonly (readonly string[])[];
  readonly excludes: readonly string[];
}

const digits = (count: number, rule?: Gs1Part['rule']): Gs1Part => part('N', count, count, rule);
const upToDigits = (max: number): Gs1Part => part('N', 1, max);
const text = (max: number, min = 1): Gs1Part => part('X', min, max);

function part(set: Gs1Part['set'], min: number, max: number, rule?: Gs1Part['rule']): Gs1Part {
  return rule === undefined ? { set, min, max } : { set, min, max, rule };
}

type Rules = Partial<Pick<Gs1Field, 'predefined' | 'needs' | 'excludes'>>;
const field = (ai: string, title: string, parts: readonly Gs1Part[], rules: Rules = {}): Gs1Field => ({
  ai,
  title,
  parts,
  predefined: false,
  needs: [],
  excludes: [],
  ...rules,
});

const predefined = true;
const ITEM = ['01', '02', '03', '8006', '8026'];
const onItem = { needs: [ITEM] };
const onUnit = { needs: [['00']] };
const onTradeItem = { needs: [['01']] };
const gln = [digits(13, 'check-digit')];
const gsrn = [digits(18, 'check-digit')];
const temperature = [digits(6), part('X', 0, 1, 'minus')];

/**
 * The application identifiers of products, shipments, places and people around a therapy. Formats and associations after
 * the GS1 Barcode Syntax Dictionary; every other identifier is unknown here, and a symbol with it is refused.
 */
export const GS1_FIELDS: readonly Gs1Field[] = [
  field('00', 'SSCC', [digits(18, 'check-digit')], { predefined }),
  field('01', 'GTIN', [digits(14, 'check-digit')], { predefined, excludes: ['02', '37', '255'] }),
  field('02', 'GTIN of the content', [digits(14, 'check-digit')], { predefined, needs: [['37']] }),
  field('10', 'batch', [text(20)], onItem),
  field('11', 'production date', [digits(6, 'day-or-month')], { predefined, ...onItem }),
  field('17', 'expiry date', [digits(6, 'day-or-month')], { predefined, needs: [[...ITEM, '255']] }),
  field('20', 'variant', [digits(2)], { predefined, ...onItem }),
  field('21', 'serial number', [text(20)], { needs: [['01', '03', '8006']] }),
  field('30', 'variable count', [upToDigits(8)], { needs: [['01', '02']] }),
  field('37', 'count', [upToDigits(8)], { needs: [['00'], ['02', '8026']] }),
  field('240', 'additional identification', [text(30)], onItem),
  field('241', 'part number of the customer', [text(30)], onItem),
  field('250', 'secondary serial number', [text(30)], { needs: [['01', '8006'], ['21']] }),
  field('253', 'document (GDTI)', [digits(13, 'check-digit'), text(17, 0)]),
  field('400', 'order number', [text(30)]),
  field('401', 'consignment (GINC)', [text(30)]),
  field('410', 'ship-to location (GLN)', gln, { predefined }),
  field('414', 'location (GLN)', gln, { predefined }),
  field('416', 'production or service location (GLN)', gln, { predefined }),
  field('417', 'party (GLN)', gln, { predefined }),
  field('4324', 'not delivered before', [digits(6, 'day-or-month'), digits(4, 'time')], onUnit),
  field('4325', 'not delivered after', [digits(6, 'day-or-month'), digits(4, 'time')], onUnit),
  field('4331', 'maximum temperature in °C', temperature, onUnit),
  field('4333', 'minimum temperature in °C', temperature, onUnit),
  field('7003', 'expiry date and time', [digits(6, 'day'), digits(4, 'time')], { needs: [['01', '02', '03']] }),
  field('7004', 'active potency', [upToDigits(4)], { needs: [['01'], ['10']] }),
  field('710', 'national number (Germany)', [text(20)], onTradeItem),
  field('711', 'national number (France)', [text(20)], onTradeItem),
  field('712', 'national number (Spain)', [text(20)], onTradeItem),
  field('713', 'national number (Brazil)', [text(20)], onTradeItem),
  field('714', 'national number (Portugal)', [text(20)], onTradeItem),
  field('7240', 'protocol', [text(20)], { needs: [['01', '8006']] }),
  field('8003', 'returnable asset (GRAI)', [digits(1, 'zero'), digits(13, 'check-digit'), text(16, 0)]),
  field('8004', 'individual asset (GIAI)', [text(30)]),
  field('8017', 'provider (GSRN)', gsrn, { excludes: ['8018'] }),
  field('8018', 'recipient (GSRN)', gsrn, { excludes: ['8017'] }),
  field('8019', 'instance of the service relation (SRIN)', [upToDigits(10)], { needs: [['8017', '8018']] }),
  field('8030', 'digital signature', [part('Z', 1, 90)], {
    needs: [['00', '01', '253', '255', '8003', '8004', '8006', '8010', '8017', '8018']],
  }),
];

const BY_AI = new Map(GS1_FIELDS.map((one) => [one.ai, one]));

export const gs1Field = (ai: string): Gs1Field | undefined => BY_AI.get(ai);

/** The application identifier that starts at a place of an element string. None of ours is the beginning of another. */
export function gs1FieldAt(body: string, at: number): Gs1Field | undefined {
  for (const length of [2, 3, 4]) {
    const found = BY_AI.get(body.slice(at, at + length));
    if (found !== undefined) return found;
  }
  return undefined;
}
