import { h, type VNode } from '../../../lambdas/pages/element.ts';

/** One line of a chart: a value, and where it helps a second mark further out, e.g. nine of ten. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly mark?: number;
}

const LINE = 22;
const LABEL = 260;
const PLOT = 420;
const WIDTH = LABEL + PLOT + 90;

/** Horizontal bars, each with its label in front and its value behind. */
export function barChart(title: string, bars: readonly Bar[], unit: string): VNode {
  const most = Math.max(1, ...bars.map(({ value, mark = 0 }) => Math.max(value, mark)));
  const across = (value: number): number => Math.round((value / most) * PLOT);
  const lines = bars.map(({ label, value, mark }, index) => {
    const y = index * LINE;
    const end = LABEL + Math.max(across(value), across(mark ?? 0));
    return h(
      'g',
      {},
      h('text', { x: LABEL - 8, y: y + 15, 'text-anchor': 'end' }, label),
      mark === undefined
        ? null
        : h('line', { class: 'mark', x1: LABEL, x2: LABEL + across(mark), y1: y + 11, y2: y + 11 }),
      h('rect', { class: 'bar', x: LABEL, y: y + 4, width: Math.max(1, across(value)), height: LINE - 8, rx: 2 }),
      h('text', { class: 'value', x: end + 6, y: y + 15 }, valueText(value, mark, unit)),
    );
  });
  const height = bars.length * LINE + 4;
  return h(
    'svg',
    { role: 'img', 'aria-label': title, viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height },
    ...lines,
  );
}

const valueText = (value: number, mark: number | undefined, unit: string): string =>
  `${value}${mark === undefined ? '' : ` to ${mark}`}${unit}`;
