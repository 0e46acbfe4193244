import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import { inColumns } from './columns.ts';
import { asLines, asNumber, asYesOrNo, unlessBlank } from './csv.ts';
import type { RegisterDefinition, Renewable } from './definition.ts';
import {
  CALIBRATION_COLUMNS,
  calibration,
  calibrationOf,
  closedThing,
  degrees,
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
import { line } from './standing.ts';

/** What material of patients is kept in: asked for a mapping and for a test of its alarm as well. */
const STORAGE = ['ln2-vessel', 'freezer', 'fridge'] as const;
const KINDS = [
  ...STORAGE,
  'thaw-device',
  'apheresis-device',
  'safety-cabinet',
  'oxygen-monitor',
  'centrifuge',
  'balance',
  'room',
  'monitoring-software',
  'other',
] as const;

const equipmentEntry = lazily(() =>
  z.strictObject({
    ...thing(),
    kind: z.enum(KINDS),
    /** What it has to do: the document of the user requirements. */
    requirements: line.optional(),
    /** Days on which it was shown to be installed, to work, and to do so as it is used. */
    qualified: z.strictObject({
      installation: printedDate.optional(),
      operation: printedDate.optional(),
      performance: printedDate.optional(),
    }),
    /** Degrees Celsius between which it was qualified. */
    range: range.optional(),
    mapping: z
      .strictObject({
        report: line,
        on: printedDate,
        next: printedDate,
        loaded: z.boolean().optional(),
        spots: line.optional(),
      })
      .optional(),
    calibration: calibration.optional(),
    /** `low` and `high` in degrees Celsius; `callOut` is where it is read who is called. */
    alarm: z
      .strictObject({
        low: degrees.optional(),
        high: degrees.optional(),
        delayMinutes: z.int().min(0).max(1440).optional(),
        callOut: line.optional(),
        testedOn: printedDate,
        due: printedDate,
      })
      .optional(),
    maintenance: z.strictObject({ on: printedDate.optional(), due: printedDate }).optional(),
    softwareVersion: line.optional(),
    /** Positions in it, or what all positions in it begin with, such as `LN2-3 / rack 2`. */
    positions: z.array(line).max(400).optional(),
  }),
);
type EquipmentEntry = z.infer<ReturnType<typeof equipmentEntry>>;

const isStorage = ({ kind }: EquipmentEntry): boolean => STORAGE.some((one) => one === kind);

function missingIn(entry: EquipmentEntry): readonly string[] {
  const { qualified, calibration, mapping, alarm } = entry;
  const missing = {
    'installation qualification': qualified.installation,
    'operation qualification': qualified.operation,
    'performance qualification': qualified.performance,
    calibration,
    ...(isStorage(entry) ? { mapping, 'alarm test': alarm } : {}),
  };
  return Object.entries(missing).flatMap(([what, given]) => (given === undefined ? [what] : []));
}

function renewablesOf(entry: EquipmentEntry): readonly Renewable<EquipmentEntry>[] {
  const { mapping, alarm, maintenance } = entry;
  if (entry.status === 'RETIRED') return [];
  const all: readonly (Renewable<EquipmentEntry> | undefined)[] = [
    mapping && {
      part: 'mapping',
      last: mapping.on,
      reach: { due: mapping.next, atMost: 'P2Y' },
      renewed: ({ on, next, reference }) => ({ ...entry, mapping: { ...mapping, report: reference, on, next } }),
    },
    ...calibrationOf(entry),
    alarm && {
      part: 'alarm test',
      last: alarm.testedOn,
      reach: { due: alarm.due, atMost: 'P2Y' },
      renewed: ({ on, next }) => ({ ...entry, alarm: { ...alarm, testedOn: on, due: next } }),
    },
    maintenance && {
      part: 'maintenance',
      last: maintenance.on,
      reach: { due: maintenance.due, atMost: 'P2Y' },
      renewed: ({ on, next }) => ({ ...entry, maintenance: { on, due: next } }),
    },
  ];
  return all.filter((one) => one !== undefined);
}

/** Vessels, freezers, thawing and apheresis devices, rooms: what a step uses or stores in (clinical-pathway 3.4). */
export const equipment: RegisterDefinition<EquipmentEntry> = {
  register: 'equipment',
  entry: () => equipmentEntry(),
  misfit(entry, before) {
    const { qualified, mapping, alarm, maintenance } = entry;
    return (
      thingMisfit(entry, before) ??
      outOfOrder({
        'qualified.installation': qualified.installation,
        'qualified.operation': qualified.operation,
        'qualified.performance': qualified.performance,
      }) ??
      outOfOrder({ 'mapping.on': mapping?.on, 'mapping.next': mapping?.next }) ??
      outOfOrder({ 'alarm.testedOn': alarm?.testedOn, 'alarm.due': alarm?.due }) ??
      outOfOrder({ 'maintenance.on': maintenance?.on, 'maintenance.due': maintenance?.due })
    );
  },
  takesTwo: leavesQuarantine,
  renewables: renewablesOf,
  quarantined: quarantinedThing,
  released: releasedThing,
  standing(entry) {
    const { name, owner, qualified, mapping, calibration, alarm, maintenance, positions } = entry;
    return {
      name,
      owner,
      closedBecause: closedThing(entry, missingIn(entry)),
      counts: [
        ...(qualified.performance === undefined ? [] : [{ what: 'qualification', from: qualified.performance }]),
        ...(mapping === undefined ? [] : [{ what: 'mapping', until: mapping.next }]),
        ...(calibration === undefined ? [] : [{ what: 'calibration', until: calibration.due }]),
        ...(alarm === undefined ? [] : [{ what: 'alarm test', until: alarm.due }]),
        ...(maintenance === undefined ? [] : [{ what: 'maintenance', until: maintenance.due }]),
      ],
      ...(positions === undefined ? {} : { serves: positions }),
    };
  },
  ...inColumns({
    ...THING_COLUMNS,
    requirements: 'requirements',
    installation_qualified: 'qualified.installation',
    operation_qualified: 'qualified.operation',
    performance_qualified: 'qualified.performance',
    ...RANGE_COLUMNS,
    mapping_report: 'mapping.report',
    mapped_on: 'mapping.on',
    mapping_next: 'mapping.next',
    mapped_loaded: ['mapping.loaded', asYesOrNo],
    mapping_spots: 'mapping.spots',
    ...CALIBRATION_COLUMNS,
    alarm_low_c: ['alarm.low', asNumber],
    alarm_high_c: ['alarm.high', asNumber],
    alarm_delay_minutes: ['alarm.delayMinutes', asNumber],
    alarm_call_out: 'alarm.callOut',
    alarm_tested_on: 'alarm.testedOn',
    alarm_test_due: 'alarm.due',
    maintained_on: 'maintenance.on',
    maintenance_due: 'maintenance.due',
    software_version: 'softwareVersion',
    positions: ['positions', unlessBlank(asLines)],
  }),
};
