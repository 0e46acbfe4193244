import { leavesOf } from '../../../lambdas/domain/registers/differences.ts';
import { lineOf, listed } from '../../../lambdas/domain/registers/listed.ts';
import { REGISTERS } from '../../../lambdas/domain/registers/names.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';
import type { CompetenceOfView, CompetenceView } from '../../../lambdas/pages/competence-views.ts';
import type { ActsView, EntryView, RegistersView, RegisterView } from '../../../lambdas/pages/register-views.ts';
import { aHazard, aRiskAssessment } from '../../support/register-entries.ts';
import { own } from './worklist-views.ts';

const asked = { at: own.now, zone: own.zone, mirrorAge: { 'Asset register': 'P2D' } };
const vessel = (number: number, over: Partial<EntryStanding> = {}): EntryStanding => ({
  register: 'equipment',
  id: `LN2/${String(number).padStart(3, '0')}`,
  version: 3,
  name: `LN2 vessel ${number}`,
  owner: 'cell-lab',
  counts: [
    { what: 'calibration', from: '2026-01-10', until: '2027-01-10' },
    { what: 'alarm test', until: '2027-02-01' },
  ],
  ...over,
});

/** One of each that stands in another way, and as many more as are asked for. */
const entriesOf = (more: number, name: (number: number) => string): readonly EntryStanding[] => [
  vessel(1, { closedBecause: 'in quarantine: alarm of 29 November', name: name(1) }),
  vessel(2, { counts: [{ what: 'calibration', until: '2026-11-30' }] }),
  vessel(3, { counts: [{ what: 'qualification', from: '2026-12-05' }] }),
  vessel(4, { mirror: { system: 'Asset register', id: 'A-4', asOf: '2026-11-20T06:00:00.000Z' } }),
  vessel(5, { restsOn: [{ register: 'agreements', id: 'AG-7' }], serves: ['LN2-5 / rack 1'] }),
  vessel(6, { restsOn: [{ register: 'equipment', id: 'LN2/001' }] }),
  vessel(7, { mirror: { system: 'Asset register', id: 'A-7', asOf: '2026-12-01T06:00:00.000Z' } }),
  ...Array.from({ length: more }, (_, place) => vessel(place + 8, { name: name(place + 8) })),
];

const readinessOf = (entries: readonly EntryStanding[]) => ({
  site: 'main',
  version: 12,
  at: own.now,
  entries: [...entries],
});

export const registersView: RegistersView = {
  ...own,
  site: 'University hospital',
  counts: REGISTERS.map((register, place) => ({ register, entries: place * 7, closed: place % 3, soon: place % 2 })),
};

export function registerOf(more: number, name = (number: number) => `LN2 vessel ${number}`): RegisterView {
  const lines = listed(readinessOf(entriesOf(more, name)), 'equipment', asked);
  return { ...own, register: 'equipment', lines, entries: lines.length, page: 2, pages: 3 };
}

/** An entry with as many hazards, versions and characters in a text as are asked for. */
export function entryOf(hazards: number, versions: number, characters = 20): EntryView {
  const text = (what: string): string => `${what} `.repeat(characters).slice(0, characters);
  const of = (version: number) =>
    aRiskAssessment({
      title: `Treatment, as seen ${version} times`,
      hazards: Array.from({ length: hazards }, () => aHazard({ failureMode: text('<b>bag</b>') })),
      status: version === 1 ? 'draft' : 'effective',
    });
  const entry: EntryStanding = {
    register: 'risk-assessments',
    id: 'RA-3/1',
    version: versions,
    name: of(versions).title,
    owner: 'qa',
    counts: [{ what: 'version 1', from: '2026-02-01' }],
    due: [{ what: 'effectiveness check', on: '2026-12-24' }],
    restsOn: [{ register: 'agreements', id: 'AG/7' }],
    serves: ['kymriah'],
  };
  return {
    ...own,
    register: 'risk-assessments',
    id: entry.id,
    today: '2026-12-01',
    line: lineOf(readinessOf([entry]), entry, asked),
    leaves: leavesOf(of(versions)),
    versions: Array.from({ length: versions }, (_, place) => ({
      version: versions - place,
      at: '2026-11-01T07:10:00.000Z',
      by: 'qa.one',
      ...(place === 0 ? { second: 'lead' } : {}),
      why: text('yearly review'),
      differences:
        place === versions - 1
          ? []
          : [
              { path: ['status'], before: 'draft', after: 'effective' },
              { path: ['hazards', '1', 'severity'], before: '8', after: '10' },
              { path: ['hazards', '1', 'action'], after: text('<i>separate</i>') },
            ],
    })),
  };
}

/** The forms of an entry: as many open steps wait for it as are asked for. */
export function actingOn(view: EntryView, steps: number, over: Partial<ActsView> = {}): EntryView {
  return {
    ...view,
    waiting: {
      steps: Array.from({ length: steps }, (_, place) => ({
        journeyId: `7K2MPX4Q${place % 10}`,
        step: 'Accept receipt' as const,
        dueAt: own.now,
      })),
      unseen: 3,
    },
    acting: {
      acts: ['quarantine', 'release', 'renewal'],
      parts: ['calibration', 'alarm test', 'mapping'],
      byOthers: true,
      seen: 'a'.repeat(64),
      ...over,
    },
  };
}

/** A vessel with what can be done to it. */
export function vesselOf(over: Partial<ActsView> = {}): EntryView {
  const entry = vessel(3, { serves: ['LN2-3 / rack 1', 'LN2-3 / rack 2'] });
  const view: EntryView = {
    ...own,
    register: 'equipment',
    id: entry.id,
    today: '2026-12-01',
    line: lineOf(readinessOf([entry]), entry, asked),
    leaves: leavesOf({ status: 'IN_USE', kind: 'ln2-vessel', location: 'Cell laboratory, room 3' }),
    versions: [
      {
        ...{
          version: 3,
          at: '2026-11-02T07:10:00.000Z',
          by: 'cell.one',
          why: 'CAL-2026-118',
          signed: 'renewal' as const,
        },
        evidence: { reference: 'CAL-2026-118', on: '2026-11-01' },
        differences: [{ path: ['calibration', 'due'], before: '2026-12-10', after: '2027-01-10' }],
      },
    ],
  };
  return actingOn(view, 2, { acts: ['quarantine', 'renewal'], byOthers: false, ...over });
}

export function competenceOf(lines: number, name = (number: number) => `Nic Nurse ${number}`): CompetenceView {
  const hows = ['revoked', 'lapsed', 'newer-version', 'may'] as const;
  return {
    ...own,
    ofAll: true,
    left: 3,
    lines: Array.from({ length: lines }, (_, place) => ({
      person: `nurse.${place}`,
      name: name(place),
      task: 'crs-icans-care' as const,
      how: hows[Math.min(place, 3)] ?? 'may',
      standing: { training: 'SOP-ATMP-012', assessedOn: '2026-01-04', validUntil: '2027-01-03', since: own.now },
    })),
  };
}

export function competenceOfOne(records: number): CompetenceOfView {
  const { lines } = competenceOf(3);
  return {
    ...own,
    person: { id: 'nurse.1', name: 'Nic Nurse' },
    lines: lines.slice(0, 2),
    records: Array.from({ length: records }, (_, place) => ({
      ...{ what: 'assessed' as const, task: 'thaw' as const, training: 'SOP-ATMP-012', observed: 3, required: 3 },
      ...{ assessor: 'lead', assessedOn: '2026-01-04', validUntil: '2027-01-03' },
      ...{ at: own.now, by: 'qa.one', why: `yearly ${place}` },
    })),
    revocable: ['thaw'],
    isDone: false,
  };
}
