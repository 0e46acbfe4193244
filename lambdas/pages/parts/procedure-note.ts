import { safeLink } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { Language, StepView } from '../views.ts';

/** The procedure of the site, beside the form; a link to the site's own document system, which is told nothing of where it comes from. */
export function procedureNote({ procedure }: StepView, language: Language): VNode | null {
  if (procedure === undefined) return null;
  const { id, version, link } = procedure;
  const text = dictionary(language).page.procedure(id, version);
  return h(
    'p',
    { class: 'lead' },
    link === undefined ? text : h('a', { href: safeLink(link), target: '_blank', rel: 'noopener noreferrer' }, text),
  );
}
