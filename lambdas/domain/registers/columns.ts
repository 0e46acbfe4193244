import type { RegisterDefinition } from './definition.ts';

/** A cell: text as it stands, a number, several texts with `|` between them, or yes and no. */
type Cell = 'text' | 'number' | 'list' | 'yes-no';

/** Where in the entry the cell of a column goes: names with dots between them. */
export type Columns = Readonly<Record<string, string | readonly [path: string, cell: Cell]>>;

const WORDS: Readonly<Record<string, boolean>> = { yes: true, no: false };

const partOf = (column: Columns[string]): readonly [path: string, cell: Cell] =>
  typeof column === 'string' ? [column, 'text'] : column;

/** What cannot be read stays as it is written: the schema of the entry refuses it by name. */
function parsed(text: string, cell: Cell): unknown {
  if (cell === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (cell === 'yes-no') return WORDS[text.toLowerCase()] ?? text;
  return cell === 'list' ? text.split('|').map((one) => one.trim()) : text;
}

function textOf(value: unknown, cell: Cell): string {
  if (value === undefined) return '';
  if (cell === 'list') return (value as readonly unknown[]).map(String).join('|');
  return cell === 'yes-no' ? (value === true ? 'yes' : 'no') : String(value);
}

interface Tree {
  [name: string]: unknown;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function put(into: Tree, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const known = into[name];
  const below = isTree(known) ? known : {};
  into[name] = below;
  put(below, rest, value);
}

const at = (from: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isTree(value) ? value[name] : undefined), from);

/** Rows of a register whose entries are texts, numbers and lists, some of them in groups. A blank cell is none. */
export const inColumns = (columns: Columns): Pick<RegisterDefinition, 'columns' | 'fromRow' | 'toRow'> => ({
  columns: Object.keys(columns),
  fromRow(row) {
    const entry: Tree = {};
    for (const [column, where] of Object.entries(columns)) {
      const text = row[column]?.trim() ?? '';
      const [path, cell] = partOf(where);
      if (text !== '') put(entry, path.split('.'), parsed(text, cell));
    }
    return entry;
  },
  toRow: (entry) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, where]) => {
        const [path, cell] = partOf(where);
        return [column, textOf(at(entry, path.split('.')), cell)];
      }),
    ),
});
