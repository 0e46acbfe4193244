import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import { inColumns } from './columns.ts';
import { asNumber } from './csv.ts';
import type { RegisterDefinition, Renewable } from './definition.ts';
import {
  CALIBRATION_COLUMNS,
  calibration,
  calibrationOf,
  closedThing,
  leavesQuarantine,
  outOfOrder,
  quarantinedThing,
  RANGE_COLUMNS,
  range,
  releasedThing,
  THING_COLUMNS,
  thing,
  thingMisfit,
} from './in-use.ts';
import { entryId, line } from './standing.ts';

const KINDS = ['dry-shipper', 'box', 'logger', 'courier'] as const;

const shipperEntry = lazily(() =>
  z.strictObject({
    ...thing(),
    kind: z.enum(KINDS),
    qualification: z.strictObject({ report: line, on: printedDate, until: printedDate }).optional(),
    /** Degrees Celsius that it holds. */
    range: range.optional(),
    /** For how long it held its temperature when it was tested, and when it is tested next. */
    holdTest: z.strictObject({ hours: z.int().min(1).max(1000), on: printedDate, due: printedDate }).optional(),
    calibration: calibration.optional(),
    /** Entry of the register of agreements by which a courier carries. */
    agreement: entryId.optional(),
  }),
);
type ShipperEntry = z.infer<ReturnType<typeof shipperEntry>>;

/** What each kind needs before it may be used. */
const NEEDS: Readonly<Record<ShipperEntry['kind'], Readonly<Record<string, (entry: ShipperEntry) => unknown>>>> = {
  'dry-shipper': { qualification: (entry) => entry.qualification, 'static-hold test': (entry) => entry.holdTest },
  box: { qualification: (entry) => entry.qualification },
  logger: { calibration: (entry) => entry.calibration },
  courier: { agreement: (entry) => entry.agreement },
};

const missingIn = (entry: ShipperEntry): readonly string[] =>
  Object.entries(NEEDS[entry.kind]).flatMap(([what, given]) => (given(entry) === undefined ? [what] : []));

function renewablesOf(entry: ShipperEntry): readonly Renewable<ShipperEntry>[] {
  const { qualification, holdTest } = entry;
  if (entry.status === 'RETIRED') return [];
  const all: readonly (Renewable<ShipperEntry> | undefined)[] = [
    qualification && {
      part: 'qualification',
      last: qualification.on,
      reach: { due: qualification.until, atMost: 'P2Y' },
      renewed: ({ on, next, reference }) => ({ ...entry, qualification: { report: reference, on, until: next } }),
    },
    // Another result than the hours before is another entry: a keeper enters it.
    holdTest && {
      part: 'static-hold test',
      last: holdTest.on,
      reach: { due: holdTest.due, atMost: 'P2Y' },
      renewed: ({ on, next }) => ({ ...entry, holdTest: { ...holdTest, on, due: next } }),
    },
    ...calibrationOf(entry),
  ];
  return all.filter((one) => one !== undefined);
}

/** Dry shippers, boxes, the loggers that travel in them, and who carries them (clinical-pathway 1.11, 3.4). */
export const shippers: RegisterDefinition<ShipperEntry> = {
  register: 'shippers',
  entry: () => shipperEntry(),
  misfit(entry, before) {
    const { qualification, holdTest } = entry;
    return (
      thingMisfit(entry, before) ??
      outOfOrder({ 'qualification.on': qualification?.on, 'qualification.until': qualification?.until }) ??
      outOfOrder({ 'holdTest.on': holdTest?.on, 'holdTest.due': holdTest?.due })
    );
  },
  takesTwo: leavesQuarantine,
  renewables: renewablesOf,
  quarantined: quarantinedThing,
  released: releasedThing,
  standing(entry) {
    const { name, owner, qualification, holdTest, calibration, agreement } = entry;
    return {
      name,
      owner,
      closedBecause: closedThing(entry, missingIn(entry)),
      counts: [
        ...(qualification === undefined ? [] : [{ what: 'qualification', until: qualification.until }]),
        ...(holdTest === undefined ? [] : [{ what: 'static-hold test', until: holdTest.due }]),
        ...(calibration === undefined ? [] : [{ what: 'calibration', until: calibration.due }]),
      ],
      ...(agreement === undefined ? {} : { restsOn: [{ register: 'agreements', id: agreement } as const] }),
    };
  },
  ...inColumns({
    ...THING_COLUMNS,
    qualification_report: 'qualification.report',
    qualified_on: 'qualification.on',
    qualified_until: 'qualification.until',
    ...RANGE_COLUMNS,
    hold_hours: ['holdTest.hours', asNumber],
    hold_tested_on: 'holdTest.on',
    hold_test_due: 'holdTest.due',
    ...CALIBRATION_COLUMNS,
    agreement: 'agreement',
  }),
};
