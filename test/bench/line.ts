import { cpus, totalmem } from 'node:os';
import { print } from '../../local/cli/print.ts';

/** One figure against its target. Less is better unless `more`. */
export interface Line {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  readonly target?: number;
  readonly more?: boolean;
}

const GIB = 1024 ** 3;

export const MACHINE = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / GIB)} GiB, Node ${process.versions.node}`;

/** How many times its target a figure is: above 1 it misses. */
const timesOver = ({ measured, target, more = false }: Line): number => {
  if (target === undefined) return 0;
  return more ? target / measured : measured / target;
};

/** Beyond twice the target something broke; a slower machine alone does not do that. */
export const isBroken = (line: Line): boolean => !(timesOver(line) <= 2);

export const figure = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

/** Target, measured, the baseline where there is one, and the machine. */
export function printLine(line: Line, baseline: number | undefined): void {
  const { name, measured, unit, target, more = false } = line;
  const wanted = target === undefined ? '' : `target ${more ? '≥' : '≤'} ${figure(target)}`;
  const was = baseline === undefined ? '' : `baseline ${figure(baseline)}`;
  const verdict = isBroken(line) ? 'BROKEN' : timesOver(line) > 1 ? 'missed' : '';
  print(
    `${name.padEnd(58)} ${`${figure(measured)} ${unit}`.padEnd(20)} ${wanted.padEnd(16)} ${was.padEnd(18)} ${verdict}`,
  );
}
