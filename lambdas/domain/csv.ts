/** A row of a CSV file by the names of its columns, with the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** How many more or fewer fields it has than there are columns. */
  readonly surplus: number;
}

export type Csv =
  | { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Rows of a CSV file (RFC 4180) with a line of column names. Fields are separated by commas, or by semicolons where the first line
 * has more of these, as spreadsheets in half of Europe write them. Blank lines are left out.
 */
export function readCsv(text: string): Csv {
  const clean = text.replace(/^\uFEFF/, '');
  const [first = ''] = clean.split(/\r?\n/, 1);
  const separator = first.split(';').length > first.split(',').length ? ';' : ',';
  const records: { readonly line: number; readonly fields: string[] }[] = [];
  let record = { line: 1, fields: [''] };
  let line = 1;
  let quoted = false;
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at] ?? '';
    const last = record.fields.length - 1;
    if (sign === '\n') line += 1;
    if (quoted && sign === '"' && clean[at + 1] === '"') {
      record.fields[last] += '"';
      at += 1;
    } else if (sign === '"' && (quoted || record.fields[last] === '')) quoted = !quoted;
    else if (quoted) record.fields[last] += sign;
    else if (sign === separator) record.fields.push('');
    else if (sign === '\n') {
      records.push(record);
      record = { line, fields: [''] };
    } else if (sign !== '\r') record.fields[last] += sign;
  }
  if (quoted) return { ok: false, problem: `line ${record.line}: expected a closing quotation mark` };
  records.push(record);
  const [header, ...rows] = records.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  const columns = (header?.fields ?? []).map((name) => name.trim().toLowerCase());
  return {
    ok: true,
    columns,
    rows: rows.map(({ line: begins, fields }) => ({
      line: begins,
      values: Object.fromEntries(columns.map((column, place) => [column, (fields[place] ?? '').trim()])),
      surplus: fields.length - columns.length,
    })),
  };
}

const quotedCell = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Text of a CSV file that `readCsv` reads as these rows. */
export const csvText = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(quotedCell).join(',')}\n`)
    .join('');

/**
 * What is wrong with the columns of a file; null when nothing is. Those that are not known are named by their place: a file without a
 * line of column names begins with what may be of a person.
 */
export function columnsMisfit(
  columns: readonly string[],
  { needed, known }: { readonly needed: readonly string[]; readonly known: readonly string[] },
): string | null {
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) return `columns: got none named ${missing.join(', ')}, expected them in the first line`;
  const strange = columns.flatMap((column, place) => (known.includes(column) ? [] : [place + 1]));
  return strange.length === 0
    ? null
    : `columns: got one that is not known in place ${strange.join(', ')}, expected none but ${known.join(', ')}`;
}
