import { type ChangeControl, type Changed, IMPACTS } from './change-control.ts';

const SINGLE = [
  'title',
  'owner',
  'state',
  'class',
  'what',
  'why',
  'proposedBy',
  'implementOn',
  'rollback',
  'implementedOn',
  'effectivenessUntil',
  'effectiveness',
  'ended',
] as const;

const impactColumn = (impact: string): string => `impact.${impact}`;

/** Columns of a change in CSV; what there are several of stands in one cell, apart by `;`. */
export const CHANGE_COLUMNS: readonly string[] = [...SINGLE, 'changes', ...IMPACTS.map(impactColumn), 'approvals'];

type Row = Readonly<Record<string, string>>;

export function changeFromRow(row: Row): unknown {
  const cell = (column: string): string => (row[column] ?? '').trim();
  const filled = (columns: readonly string[], named = (column: string) => column) =>
    Object.fromEntries(columns.flatMap((one) => (cell(named(one)) === '' ? [] : [[one, cell(named(one))]])));
  const impact = filled(IMPACTS, impactColumn);
  const approvals = several(cell('approvals')).map(approvalOf);
  return {
    ...filled(SINGLE),
    changes: several(cell('changes')).map(changedOf),
    ...(Object.keys(impact).length === 0 ? {} : { impact }),
    ...(approvals.length === 0 ? {} : { approvals }),
  };
}

export function changeToRow(entry: ChangeControl): Row {
  const impact = IMPACTS.map((one) => [impactColumn(one), entry.impact?.[one] ?? '']);
  return {
    ...Object.fromEntries(SINGLE.map((one) => [one, entry[one] ?? ''])),
    ...Object.fromEntries(impact),
    changes: entry.changes.map(changedText).join('; '),
    approvals: (entry.approvals ?? []).map(({ role, by, on }) => `${role}:${by}@${on}`).join('; '),
  };
}

const several = (cell: string): readonly string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `document:SOP-12@5`, `equipment:LN2-3`, `release:@0.2.0`; what is none is left for the schema to refuse. */
function changedOf(cell: string): unknown {
  const [, kind, id, version] = /^([a-z]+):([^@]*)(?:@(.*))?$/.exec(cell) ?? [];
  if (kind === undefined) return cell;
  return { kind, ...(id === '' ? {} : { id }), ...(version === undefined ? {} : { version }) };
}

const changedText = (one: Changed): string =>
  `${one.kind}:${'id' in one ? one.id : ''}${'version' in one ? `@${one.version}` : ''}`;

/** `qa:m.huber@2026-05-01` */
function approvalOf(cell: string): unknown {
  const [, role, by, on] = /^([a-z-]+):(.+)@([^@]+)$/.exec(cell) ?? [];
  return role === undefined ? cell : { role, by, on };
}
