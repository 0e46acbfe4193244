import { headerText } from '../design/safe.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { TellNotice } from '../mail-views.ts';
import { instantText } from '../time-text.ts';
import type { Language } from '../views.ts';
import type { MailRow } from './shell.ts';

/** Which register of which system, since or until when, and what is wrong or to be confirmed line by line. */
export function mirrorRows(
  { what, register, system, items, more, on, zone }: Extract<TellNotice, { items: readonly string[] }>,
  { mail: { mirror }, registers }: Dictionary,
  language: Language,
): readonly MailRow[] {
  return [
    [registers.register, register === 'competence' ? mirror.competence : registers.names[register]],
    [mirror.comesFrom, system === undefined ? mirror.here : headerText(system, 'system')],
    [mirror.on[what], on === undefined ? mirror.never : instantText(on, zone, language)],
    ...items.map((item) => [mirror.items[what], item] as const),
    ...(more === 0 ? [] : [[mirror.items[what], mirror.more(more)] as const]),
  ];
}
