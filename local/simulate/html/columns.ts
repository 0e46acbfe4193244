import { h, type VNode } from '../../../lambdas/pages/element.ts';
import type { Counts } from '../tally.ts';

const HEIGHT = 180;
const FOOT = 34;
const PLOT = 720;

interface Axis {
  /** Values in one column. */
  readonly step: number;
  readonly label: string;
  /** A value that is drawn as a line through the chart. */
  readonly line?: number | null;
}

/** How often each value occurs, in columns of `step` values. */
export function columnChart(title: string, counts: Counts, { step, label, line }: Axis): VNode {
  const values = Object.entries(counts).map(([value, count]) => [Math.floor(Number(value) / step), count] as const);
  const first = Math.min(...values.map(([place]) => place));
  const last = Math.max(...values.map(([place]) => place));
  const columns = Array.from({ length: last - first + 1 }, (_, at) =>
    values.filter(([place]) => place === first + at).reduce((sum, [, count]) => sum + count, 0),
  );
  const most = Math.max(1, ...columns);
  const width = Math.min(48, PLOT / columns.length);
  const drawn = columns.map((count, at) => {
    const height = (count / most) * (HEIGHT - 20);
    const x = at * width;
    const from = (first + at) * step;
    const range = step === 1 ? `${from}` : `${from} to ${from + step - 1}`;
    return h(
      'g',
      {},
      h('title', {}, `${range} ${label}: ${count}`),
      h('rect', { class: 'bar', x: x + 1, y: HEIGHT - height, width: width - 2, height, rx: 2 }),
      h('text', { class: 'value', x: x + width / 2, y: HEIGHT - height - 4, 'text-anchor': 'middle' }, count || ''),
      h('text', { class: 'tick', x: x + width / 2, y: HEIGHT + 14, 'text-anchor': 'middle' }, `${from}`),
    );
  });
  const at = line == null ? undefined : (line / step - first + 0.5 / step) * width;
  return h(
    'svg',
    { role: 'img', 'aria-label': title, viewBox: `0 0 ${PLOT} ${HEIGHT + FOOT}`, width: PLOT, height: HEIGHT + FOOT },
    ...drawn,
    h('line', { class: 'axis', x1: 0, x2: columns.length * width, y1: HEIGHT, y2: HEIGHT }),
    at === undefined ? null : h('line', { class: 'median', x1: at, x2: at, y1: 0, y2: HEIGHT }),
    h('text', { class: 'tick', x: 0, y: HEIGHT + 30 }, label),
  );
}
