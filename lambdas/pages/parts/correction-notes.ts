import type { StepName } from '../../domain/vocabulary.ts';
import { h, type VNode } from '../element.ts';
import { gateTexts, isInstant } from '../fact-text.ts';
import { labelOf } from '../form/form-context.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find, say } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import type { CorrectionNote, Language, StepView } from '../views.ts';
import { banner } from './banner.ts';

/** What of a step was corrected since it was signed: the old value, the new one, who, when, why, and whether it was signed again. */
export function correctionNotes(view: StepView, language: Language): VNode | null {
  const { corrections = [] } = view;
  if (corrections.length === 0) return null;
  const { page } = dictionary(language);
  const isSigned = corrections.every(({ signedAgain }) => signedAgain);
  return banner(
    isSigned ? 'good' : 'warn',
    isSigned ? page.correctedTitle : page.correctedUnsignedTitle,
    corrections.flatMap((one) => [
      h('p', {}, noteText(one, view, language)),
      h('p', { class: 'hint' }, one.reason),
      ...readLines(one, language).map((line) => h('p', { class: 'hint' }, line)),
    ]),
  );
}

/** What of other steps was corrected since, by which a gate was asked here or from which a document was made: this step stands. */
export function correctedSinceNotes(view: StepView, language: Language): VNode | null {
  const { correctedSince = [] } = view;
  if (correctedSince.length === 0) return null;
  const texts = dictionary(language);
  const { readBy } = texts.correcting;
  const gates = (names: readonly string[]): string =>
    names.map((name) => find(texts.gateNames, name) ?? name).join(', ');
  return banner(
    correctedSince.every(({ signedAgain }) => signedAgain) ? 'good' : 'warn',
    readBy.since,
    correctedSince.flatMap((one) => [
      h('p', {}, `${texts.steps[one.of].title}: ${noteText(one, { ...view, step: one.of }, language)}`),
      one.waits === true ? h('p', { class: 'hint' }, texts.factWords['once-signed']) : null,
      one.gatesHere.length === 0 ? null : h('p', { class: 'hint' }, `${readBy.gatesHere}: ${gates(one.gatesHere)}`),
    ]),
  );
}

/** What read a value that was corrected, a line for each kind. */
export function readLines(
  { read, waits }: Pick<CorrectionNote, 'read' | 'waits'>,
  language: Language,
): readonly string[] {
  const texts = dictionary(language);
  const { readBy } = texts.correcting;
  const line = (title: string, of: readonly string[]): readonly string[] =>
    of.length === 0 ? [] : [`${title}: ${of.join('; ')}`];
  return [
    ...(waits === true ? [readBy.onceSigned] : []),
    ...line(readBy.gatesChanged, gateTexts(read?.gatesChanged ?? [], texts)),
    ...line(readBy.clocksMoved, read?.clocksMoved ?? []),
    ...line(readBy.gatesStand, gateTexts(read?.gatesStand ?? [], texts)),
    ...line(readBy.clocksStand, read?.clocksStand ?? []),
    ...line(
      readBy.documents,
      (read?.documents ?? []).map((name) => say(texts.documentNames, name)),
    ),
  ];
}

/** What of a step a value belongs to, and which value it is. */
export function valueName({ what, path }: Pick<CorrectionNote, 'what' | 'path'>, step: StepName, language: Language) {
  const texts = dictionary(language);
  const [item = '', ...container] = what.split('#');
  const decisions: Readonly<Record<string, string>> = texts.steps[step].decisions;
  const done = Object.hasOwn(decisions, item) ? say(decisions, item) : say(texts.items, item);
  return [done, ...container, path === undefined ? texts.page.occurredAt : labelOf(texts, path)].join(', ');
}

function noteText(note: CorrectionNote, view: StepView, language: Language) {
  const { from, to, by, at, signedAgain } = note;
  const texts = dictionary(language);
  const shown = (value: string): string => (isInstant(value) ? instantText(value, view.zone, language) : value);
  return texts.page.corrected({
    what: valueName(note, view.step, language),
    from: shown(from),
    to: shown(to),
    by,
    at: instantText(at, view.zone, language),
    signedAgain,
  });
}
