import { h, type VNode } from '../element.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';

/** Said before it is recorded: what was done against a gate can be recorded, and is a critical deviation. */
export const againstNote = (texts: Dictionary, against: readonly string[] = []): VNode | null =>
  against.length === 0
    ? null
    : h(
        'p',
        { class: 'against' },
        h('strong', {}, texts.page.againstNow),
        ' ',
        against.map((gate) => say(texts.gates, gate)).join(' '),
      );
