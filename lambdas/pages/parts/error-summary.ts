import { h, type VNode } from '../element.ts';
import { errorText, type FormContext, idOf, labelOf } from '../form/form-context.ts';
import { find } from '../i18n/texts.ts';
import type { Problem } from '../views.ts';
import { banner } from './banner.ts';
import { gateText } from './gate-text.ts';

/**
 * Why nothing was recorded, and a link to every field that is wrong. It takes the focus when the page opens, so that
 * a keyboard or a screen reader starts here.
 */
export function errorSummary(problem: Problem, context: FormContext, isTarget: (name: string) => boolean): VNode {
  const { texts } = context;
  const errors = Object.entries(problem.fieldErrors ?? {});
  const lines = errors.map(([name, error]) => {
    const text = `${labelOf(texts, name)}: ${errorText(texts, name, error)}`;
    const target = nearest(name, isTarget);
    return h('li', {}, target === undefined ? text : h('a', { href: `#${idOf(context, target)}` }, text));
  });
  const message = h('p', {}, find(texts.problems, problem.message) ?? problem.message);
  const gates = (problem.gates ?? []).map((gate) => h('li', {}, gateText(gate, context)));
  const list = [...gates, ...lines];
  return banner('bad', texts.page.problemTitle, [message, list.length === 0 ? null : h('ul', {}, list)], {
    tabindex: -1,
    autofocus: true,
    id: 'problem',
  });
}

/** The control an error belongs to: itself, or the nearest one that encloses it (`evidence.containers.2`). */
function nearest(name: string, isTarget: (name: string) => boolean): string | undefined {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    if (isTarget(path)) return path;
  }
  return undefined;
}
