import { sha256 as checksum, MEDIA_TYPES, MOST_BYTES } from '../../domain/attachments/attachment.ts';
import { h, type VNode } from '../element.ts';
import { fileAddress } from '../file-address.ts';
import { say } from '../i18n/texts.ts';
import { FILE_PARTS } from './file-parts.ts';
import { errorOf, type FormContext, firstOf } from './form-context.ts';
import { type FrameProps, filledIn, grouped } from './frame.ts';

/**
 * A file that can be attached where the page's script runs: it stores the file and fills in what is known of it. Without script
 * nothing is shown that could not be used, and the reference beside it says where the file is.
 */
export function fileControl(context: FormContext, props: FrameProps): VNode {
  const { page, options } = context.texts;
  const [sha256 = '', mediaType = ''] = FILE_PARTS.map((part) => firstOf(context, `${props.name}.${part}`));
  const isQuiet = sha256 === '' && errorOf(context, props.name) === undefined;
  const kinds = MEDIA_TYPES.map((type) => say(options, type)).join(', ');
  const field = grouped(context, props, [
    ...FILE_PARTS.map((part) => {
      const name = `${props.name}.${part}`;
      return h('input', { type: 'hidden', name, value: firstOf(context, name) });
    }),
    ...filledIn(context, `${props.name}.sha256`),
    h(
      'p',
      { role: 'status' },
      sha256 === '' ? '' : linked(context, sha256, `${say(options, mediaType)}, SHA-256 ${sha256}`),
    ),
    h('button', { type: 'button', class: 'inline' }, page.chooseFile(kinds, MOST_BYTES / 1024 / 1024)),
  ]);
  return h('div', { 'data-attach': [...MEDIA_TYPES, '.csv'].join(','), hidden: isQuiet }, field);
}

/** Nobody signs for a file that they could not open. What was typed in place of a checksum leads nowhere. */
const linked = ({ journeyId }: FormContext, sha256: string, text: string): VNode | string =>
  journeyId === undefined || !checksum.safeParse(sha256).success
    ? text
    : h(
        'a',
        {
          ...{ class: 'inline', href: fileAddress(journeyId, sha256) },
          ...{ target: '_blank', rel: 'noopener noreferrer' },
        },
        text,
      );
