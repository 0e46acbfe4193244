import { RECORD } from '../../domain/sign-off/submission.ts';
import { recordOf } from '../../domain/steps/meanings.ts';
import { h, type VNode } from '../element.ts';
import { type Field, fieldsOf } from '../form/fields.ts';
import type { FormContext } from '../form/form-context.ts';
import { say } from '../i18n/texts.ts';
import { localText } from '../time-text.ts';
import type { ChecklistLine, ChecklistRecord, Language, StepView } from '../views.ts';
import { againstNote } from './against-note.ts';
import { lineId, openLink } from './open-link.ts';
import { recordText } from './record-text.ts';
import { hidden, signForm } from './sign-form.ts';
import { occurredAtField } from './signature.ts';
import { signerText } from './signer-text.ts';

export interface LineProps {
  readonly line: ChecklistLine;
  readonly view: StepView;
  readonly language: Language;
  readonly context: FormContext;
}

/** Its form, open or closed, or a link to the page that has it. */
export type Shape = 'open' | 'closed' | 'link';

/** One line of a checklist: what was recorded, or in the shape that was chosen for it. */
export function checklistLine(props: LineProps, shape: Shape): VNode {
  if (isDone(props.line)) return doneLine(props);
  return shape === 'link' ? linkLine(props) : formLine(props, shape === 'open');
}

/** Nothing more is recorded here. */
export const isDone = ({ many, records }: ChecklistLine): boolean => records.length > 0 && many !== true;

const titleOf = ({ line, context }: LineProps): string => say(context.texts.items, line.item);

const doneLine = (props: LineProps): VNode =>
  h(
    'p',
    { class: 'done' },
    h('strong', {}, titleOf(props)),
    ' ',
    props.line.records.map((record) => saidOf(record, props)).join(' '),
  );

/** By whom and when, with the values where they may be shown. */
function saidOf(record: ChecklistRecord, { line, view, language, context: { texts } }: LineProps): string {
  const by = texts.page.recordedBy(signerText(texts, record), localText(record.at, view.zone, language));
  const values = recordText(record, line.schema, { texts, zone: view.zone, language });
  return values === '' ? by : `${by}. ${values}`;
}

const linkLine = (props: LineProps): VNode => {
  const { view, language, line } = props;
  const mark = h('span', { class: 'mark' }, markOf(props));
  return openLink({ view, language, id: lineId(line.line), class: 'card line' }, titleOf(props), mark);
};

/** Who records it, where that is not the role of the step. */
const markOf = ({ line: { roles }, context: { texts } }: LineProps): string =>
  roles === undefined ? texts.page.itemOpen : roles.map((role) => texts.roles[role]).join(' / ');

/** Lines of a container stand below its heading. */
const headingOf = ({ line, item }: ChecklistLine): 'h3' | 'h4' => (line === item ? 'h3' : 'h4');

function formLine(props: LineProps, open: boolean): VNode {
  const { line, view, language, context } = props;
  return h(
    'details',
    { class: 'card', name: 'checklist', id: lineId(line.line), open },
    h('summary', {}, h(headingOf(line), {}, titleOf(props)), h('span', { class: 'mark' }, markOf(props))),
    h('div', { class: 'notes' }, notesOf(props)),
    signForm({
      view,
      language,
      context,
      decision: RECORD,
      meaning: recordOf(line.item),
      fields: fieldsOf(line.schema, 'evidence').filter((field) => !isGivenByLine(field, line)),
      more: [...lineFields(line), occurredAtField(context, true)],
      button: [context.texts.page.signItem, line.container].filter((part) => part !== undefined).join(': '),
    }),
  );
}

function notesOf(props: LineProps): readonly (VNode | null)[] {
  const { line, context } = props;
  const { page } = context.texts;
  return [
    line.container === undefined
      ? null
      : h(
          'p',
          { class: 'code' },
          h(
            'strong',
            {},
            [page.container(line.container), ...(line.component === undefined ? [] : [line.component])].join(' · '),
          ),
        ),
    againstNote(context, line.against),
    otherPersonNote(page, line),
    line.records.length === 0 ? null : h('p', { class: 'hint' }, page.soFar),
    line.records.length === 0
      ? null
      : h(
          'ul',
          {},
          line.records.map((one) => h('li', {}, saidOf(one, props))),
        ),
  ];
}

/** Who signed the other part of what two people record, whichever of the two came first. */
function otherPersonNote(
  page: LineProps['context']['texts']['page'],
  { secondTo, secondBy }: ChecklistLine,
): VNode | null {
  const by = secondTo?.by ?? secondBy;
  if (by !== undefined) return h('p', {}, page.secondAfter(by));
  return secondTo === undefined ? null : h('p', {}, page.secondWaits);
}

/** Where identities are compared the container is read off its label; elsewhere the line says which one it is. */
const comparesIdentity = (line: ChecklistLine): boolean =>
  fieldsOf(line.schema, 'evidence').some(({ key }) => key === 'chainOfIdentity');

const isGivenByLine = ({ key }: Field, line: ChecklistLine): boolean =>
  key === 'container' && line.container !== undefined && !comparesIdentity(line);

function lineFields(line: ChecklistLine): readonly VNode[] {
  const named = hidden('line', line.line);
  if (line.container === undefined) return [named];
  const given = comparesIdentity(line) ? [] : [hidden('evidence.container', line.container)];
  return [named, hidden('container', line.container), ...given];
}
