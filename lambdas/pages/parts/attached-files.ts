import type { SignedAttachment } from '../../domain/attachments/attachments-of.ts';
import { h, type VNode } from '../element.ts';
import { fileAddress } from '../file-address.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { localText } from '../time-text.ts';
import type { Language } from '../views.ts';

interface FilesOf {
  readonly journeyId: string;
  readonly zone: string;
  readonly files: readonly SignedAttachment[];
}

/** The files of a journey, each as it is opened by who may see the journey; nothing where there is none. */
export function attachedFiles({ journeyId, zone, files }: FilesOf, language: Language): VNode | null {
  if (files.length === 0) return null;
  const { page, steps, options } = dictionary(language);
  const rows = files.map(({ sha256, mediaType, step, by, at }) => {
    const href = fileAddress(journeyId, sha256);
    const term = `${steps[step].title}, ${by}, ${localText(at, zone, language)}`;
    const link = h('a', { class: 'inline', href, rel: 'noreferrer' }, say(options, mediaType));
    return h('div', {}, h('dt', {}, term), h('dd', {}, link, ' ', h('span', { class: 'code' }, sha256)));
  });
  return h(
    'section',
    { class: 'card facts', 'aria-labelledby': 'files-title' },
    h('h2', { id: 'files-title' }, page.filesTitle),
    h('dl', {}, rows),
  );
}
