import { h, type VNode } from '../element.ts';
import type { FormContext } from '../form/form-context.ts';
import type { ShownGate } from '../views.ts';
import { gatesText } from './gate-text.ts';

/** Said before it is recorded: what was done against a gate can be recorded, and is a critical deviation. */
export const againstNote = (context: FormContext, against: readonly ShownGate[] = []): VNode | null =>
  against.length === 0
    ? null
    : h('p', { class: 'against' }, h('strong', {}, context.texts.page.againstNow), ' ', gatesText(against, context));
