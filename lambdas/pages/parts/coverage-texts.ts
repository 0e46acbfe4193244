import type { HeadcountStanding } from '../../domain/competence/headcount.ts';
import type { ShortShift } from '../../domain/shifts/cover.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find } from '../i18n/texts.ts';
import { dateText, localText } from '../time-text.ts';
import type { Language } from '../views.ts';

/** Which places of which shift are short, how many of how many, and who leads the rota. */
export function shortShiftText({ at, shifts, short, lead }: ShortShift, zone: string, language: Language): string {
  const { coverage, roles } = dictionary(language);
  const places = short.map(({ place, have, need }) => coverage.place(coverage.places[place], have, need)).join(', ');
  return [
    coverage.shift(shifts.join(', '), localText(at, zone, language)),
    `${places}.`,
    lead === undefined ? coverage.noRota : coverage.lead(find<string>(roles, lead) ?? lead),
  ].join(' ');
}

/** How many are competent in a task of how many, and from when on that is too few because of whose assessment. */
export function headcountText({ task, have, need, short }: HeadcountStanding, language: Language): string {
  const { coverage, mail } = dictionary(language);
  const now = coverage.place(mail.tasks[task], have, need);
  if (short === undefined) return `${now}.`;
  const { from, because } = short;
  const then = from === undefined ? [] : [coverage.from(short.have, dateText(from, language))];
  const who = because.length === 0 ? [] : [coverage.because(because.join(', '))];
  return `${[now, ...then, ...who].join('; ')}.`;
}
