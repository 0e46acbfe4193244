import { h, type VNode } from '../element.ts';
import type { FormContext } from '../form/form-context.ts';
import type { ChecklistLine, Language, StepView } from '../views.ts';
import { checklistLine, isDone, type Shape } from './checklist-line.ts';
import { containerLines, otherContainer } from './container-lines.ts';
import { lineId } from './open-link.ts';

export interface ChecklistProps {
  readonly view: StepView;
  readonly language: Language;
  readonly texts: FormContext['texts'];
  contextOf(line: ChecklistLine): FormContext;
  /** Id of the form that was posted, or of what the reader asked to open. */
  readonly chosen: string | undefined;
}

/** Containers whose next form stands in the page itself; those after them are a tap away. */
const CONTAINERS_WITH_FORM = 2;
/** Of more containers than these only the next has its form in the page, which stays light. */
const FEW_CONTAINERS = 4;

/** The lines of a checklist in their order, those of one container together: recorded with time and person, or still to be signed. */
export function checklist(props: ChecklistProps): VNode | null {
  const lines = props.view.checklist ?? [];
  if (lines.length === 0) return null;
  const { page } = props.texts;
  const counted = lines.filter(({ many }) => many !== true);
  const done = counted.filter(isDone).length;
  const progress = counted.length === 0 ? '' : `${page.checklistDone(done, counted.length)}. `;
  const containers = [...new Set(lines.flatMap(({ container }) => container ?? []))];
  const next = containers.flatMap((name) => lines.find((line) => line.container === name && !isDone(line)) ?? []);
  const withForm = next.slice(0, containers.length > FEW_CONTAINERS ? 1 : CONTAINERS_WITH_FORM);
  const draw = (line: ChecklistLine, shape: Shape): VNode =>
    checklistLine(
      { ...props, line, context: props.contextOf(line) },
      lineId(line.line) === props.chosen ? 'open' : shape,
    );
  return h(
    'section',
    { 'aria-labelledby': 'checklist-title' },
    h('h2', { id: 'checklist-title' }, page.checklistTitle),
    h('p', { class: 'lead' }, `${progress}${page.checklistHint} ${page.timeHint(props.view.zone)}`),
    h(
      'ol',
      { class: 'checklist' },
      lines.filter(({ container }) => container === undefined).map((line) => h('li', {}, draw(line, 'closed'))),
    ),
    containers.map((container) =>
      containerLines({
        ...props,
        container,
        namesRest: containers.length <= FEW_CONTAINERS || withForm.some((line) => line.container === container),
        lines: lines.filter((line) => line.container === container),
        draw: (line) => draw(line, withForm.includes(line) ? 'closed' : 'link'),
      }),
    ),
    otherContainer(props, (line) => draw(line, 'link')),
  );
}
