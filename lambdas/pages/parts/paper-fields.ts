import { h, type VNode } from '../element.ts';
import { fileControl } from '../form/file-control.ts';
import { type FormContext, firstOf, idOf } from '../form/form-context.ts';
import { described, labelled } from '../form/frame.ts';
import { PAPER_SCAN } from '../form/paper-names.ts';

/** Who signed the paper, and where it is found; nothing where a form is signed now. */
export function paperFields(context: FormContext): readonly VNode[] {
  if (!context.fromPaper) return [];
  const { page } = context.texts;
  return [
    field(context, { name: 'paper.doneBy', label: page.paperDoneBy }, { required: true, maxlength: 64, class: 'code' }),
    field(context, { name: 'paper.reference', label: page.paperReference }, { required: true, maxlength: 120 }),
    field(
      context,
      { name: 'paper.sha256', label: page.paperSha256, optional: true },
      { maxlength: 64, pattern: '[0-9a-f]{64}', class: 'code' },
    ),
    fileControl(context, { name: PAPER_SCAN, label: page.paperScan, optional: true }),
  ];
}

const field = (
  context: FormContext,
  props: Parameters<typeof described>[1],
  attributes: Readonly<Record<string, unknown>>,
): VNode =>
  labelled(
    context,
    props,
    h('input', {
      type: 'text',
      ...attributes,
      id: idOf(context, props.name),
      name: props.name,
      value: firstOf(context, props.name),
      ...described(context, props),
    }),
  );
