import { asText, type Cell } from './csv.ts';
import type { RegisterDefinition } from './definition.ts';

/** Where in the entry the cell of a column goes: names with dots between them; and how it is read, if not as text. */
export type Columns = Readonly<Record<string, string | readonly [path: string, cell: Cell]>>;

const partOf = (column: Columns[string]): readonly [path: string, cell: Cell] =>
  typeof column === 'string' ? [column, asText] : column;

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

/** Columns of a register, and rows to entries and back. What a cell reads as undefined is not in the entry, nor is a group without any. */
export const inColumns = (columns: Columns): Pick<RegisterDefinition, 'columns' | 'fromRow' | 'toRow'> => ({
  columns: Object.keys(columns),
  fromRow(row) {
    const entry: Tree = {};
    for (const [column, where] of Object.entries(columns)) {
      const [path, cell] = partOf(where);
      const value = cell.read(row[column] ?? '');
      if (value !== undefined) put(entry, path.split('.'), value);
    }
    return entry;
  },
  toRow: (entry) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, where]) => {
        const [path, cell] = partOf(where);
        return [column, cell.write(at(entry, path.split('.')))];
      }),
    ),
});

/** Name of the column of a field: `effective_from` of `effectiveFrom`. */
const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same for entries without groups: each field in the column of its own name. */
export const csvOf = <Entry extends object>(cells: Readonly<Record<keyof Entry & string, Cell>>) =>
  inColumns(Object.fromEntries(Object.entries<Cell>(cells).map(([field, cell]) => [columnOf(field), [field, cell]])));
