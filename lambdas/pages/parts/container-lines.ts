import { h, type VNode } from '../element.ts';
import { say } from '../i18n/texts.ts';
import type { ChecklistLine } from '../views.ts';
import type { ChecklistProps } from './checklist.ts';
import { isDone } from './checklist-line.ts';
import { lineId, openLink } from './open-link.ts';

type Draw = (line: ChecklistLine) => VNode;

interface ContainerProps extends ChecklistProps {
  readonly container: string;
  readonly lines: readonly ChecklistLine[];
  /** Says in words what follows, or only leads there. */
  readonly namesRest: boolean;
  readonly draw: Draw;
}

/** An address within the page for one container, where a person lands again after signing one of its lines. */
export const containerAnchor = (container: string): string => `container-${container.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** One container under its number: what was recorded, what comes next, and the names of what follows. */
export function containerLines({ container, lines, namesRest, draw, ...props }: ContainerProps): VNode {
  const { page } = props.texts;
  const id = containerAnchor(container);
  const chosen = lines.findIndex(({ line }) => lineId(line) === props.chosen);
  const next = lines.findIndex((line) => !isDone(line));
  const shown = lines.filter(
    (line, index) => isDone(line) || index === next || index === chosen || props.chosen === id,
  );
  const rest = lines.filter((line) => !shown.includes(line));
  const component = lines.find((line) => line.component !== undefined)?.component;
  const heading = h(
    'h3',
    {},
    h(
      'span',
      { class: 'code' },
      [page.container(container), ...(component === undefined ? [] : [component])].join(' · '),
    ),
    h('span', { class: 'mark' }, page.containerDone(lines.filter(isDone).length, lines.length)),
  );
  // A container of which all is recorded makes room for the one in hand.
  if (next === -1) return h('details', { class: 'container', id }, h('summary', {}, heading), listOf(lines, draw));
  return h(
    'div',
    { class: 'container', id },
    heading,
    lines.some(({ stranger }) => stranger === true) ? h('p', { class: 'against' }, page.strangerContainer) : null,
    listOf(shown, draw),
    rest.length === 0
      ? null
      : h(
          'p',
          { class: 'hint' },
          namesRest ? `${page.followedBy(rest.map(({ item }) => say(props.texts.items, item)).join(' · '))} ` : null,
          openLink({ ...props, id, class: 'inline' }, page.allItems),
        ),
  );
}

const listOf = (lines: readonly ChecklistLine[], draw: Draw): VNode =>
  h(
    'ol',
    { class: 'checklist' },
    lines.map((line) => h('li', {}, draw(line))),
  );

const OTHER = 'container-other';

/** For a container in hand that no line is about: so that a wrong one can be found, and what was done with it recorded. */
export function otherContainer(props: ChecklistProps, draw: Draw): VNode | null {
  const { view, texts, chosen } = props;
  const lines = view.otherContainer ?? [];
  if (lines.length === 0) return null;
  const open = chosen === OTHER || lines.some(({ line }) => lineId(line) === chosen);
  if (!open) return openLink({ ...props, id: OTHER, class: 'inline' }, texts.page.otherContainer);
  return h(
    'div',
    { class: 'container', id: OTHER },
    h('h3', {}, texts.page.otherContainer),
    h('p', { class: 'hint' }, texts.page.otherContainerHint),
    listOf(lines, draw),
  );
}
