import { type Clock, isPast } from '../../domain/worklist/clock-that-matters.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { localText } from '../time-text.ts';
import type { Language } from '../views.ts';

/** The clock of a step in words, so that no colour is needed to see that it is past. */
export const clockText = (clock: Clock, zone: string, language: Language): VNode =>
  h(
    'p',
    { class: isPast(clock) ? 'clock late' : 'clock' },
    dictionary(language).worklist.clocks[clock.kind](localText(clock.at, zone, language)),
  );
