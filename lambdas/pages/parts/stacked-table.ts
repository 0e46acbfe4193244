import { type ComponentChildren, h, type VNode } from '../element.ts';

export interface StackedRow {
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
}

/**
 * A table that stands as one card for each row on a phone. Its roles are said, because a table that is drawn as blocks is none any
 * more for some screen readers; there each cell carries the title of its column.
 */
export function stackedTable(titles: readonly string[], rows: readonly StackedRow[], labelledBy: string): VNode {
  const [, ...cellTitles] = titles;
  return h(
    'table',
    { class: 'stack', role: 'table', 'aria-labelledby': labelledBy },
    h(
      'thead',
      { role: 'rowgroup' },
      h('tr', { role: 'row' }, ...titles.map((title) => h('th', { scope: 'col', role: 'columnheader' }, title))),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      ...rows.map(({ head, cells }) =>
        h(
          'tr',
          { role: 'row' },
          h('th', { scope: 'row', role: 'rowheader' }, head),
          ...cells.map((cell, place) => h('td', { role: 'cell', 'data-title': cellTitles[place] }, cell)),
        ),
      ),
    ),
  );
}
