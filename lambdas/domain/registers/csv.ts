/** How one field of an entry stands in a cell. What a cell holds is judged by the schema of the entry, which refuses by name. */
export interface Cell {
  read(cell: string): unknown;
  write(value: unknown): string;
}

const plain = (value: unknown): string => (value === undefined ? '' : String(value));

export const asText: Cell = { read: (cell) => (cell === '' ? undefined : cell), write: plain };

export const asWhole: Cell = { read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : asText.read(cell)), write: plain };

export const asNumber: Cell = {
  read: (cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : asText.read(cell)),
  write: plain,
};

const YES_OR_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };

export const asYesOrNo: Cell = {
  read: (cell) => YES_OR_NO[cell] ?? asText.read(cell),
  write: (value) => (value === undefined ? '' : value === true ? 'yes' : 'no'),
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Ids with blanks between them. */
export const asWords: Cell = {
  read: (cell) => cell.split(/\s+/).filter((word) => word !== ''),
  write: (value) => listed(value).join(' '),
};

const linesOf = (cell: string): readonly string[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One in each line of the cell. */
export const asLines: Cell = { read: linesOf, write: (value) => listed(value).join('\n') };

/** A table in one cell: a line for each row, bars between its columns; what is left blank is not given. */
export function asTable(columns: Readonly<Record<string, Cell>>): Cell {
  const names = Object.keys(columns);
  const readLine = (line: string): unknown =>
    Object.fromEntries(
      line
        .split('|')
        .map((part, place): readonly [string, unknown] => {
          const name = names[place] ?? `column ${place + 1}`;
          return [name, (columns[name] ?? asText).read(part.trim())];
        })
        .filter(([, value]) => value !== undefined),
    );
  const writeLine = (row: unknown): string =>
    names
      .map((name) => (columns[name] ?? asText).write((row as Readonly<Record<string, unknown>>)[name]))
      .join(' | ')
      .replace(/[ |]+$/, '');
  return {
    read: (cell) => linesOf(cell).map(readLine),
    write: (value) => listed(value).map(writeLine).join('\n'),
  };
}

/** The same, and a blank cell is none: nothing is listed of what nobody looked at. */
export const unlessBlank = ({ read, write }: Cell): Cell => ({
  read: (cell) => (cell === '' ? undefined : read(cell)),
  write,
});
