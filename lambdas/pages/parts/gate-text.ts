import type { ComponentChildren } from '../element.ts';
import type { FormContext } from '../form/form-context.ts';
import { say } from '../i18n/texts.ts';
import type { ShownGate } from '../views.ts';
import { shortShiftText } from './coverage-texts.ts';
import { whoSeesToIt } from './register-texts.ts';

/** Why a gate is not open, with what of a register closes it and who sees to that. */
export const gateText = (
  { key, whyNot, shortShift }: ShownGate,
  { texts, zone, language }: Pick<FormContext, 'texts' | 'zone' | 'language'>,
): ComponentChildren => [
  say(texts.gates, key),
  ...(whyNot === undefined ? [] : [' ', whoSeesToIt(whyNot, zone, language)]),
  ...(shortShift === undefined ? [] : [' ', shortShiftText(shortShift, zone, language)]),
];

/** Several in one paragraph. */
export const gatesText = (gates: readonly ShownGate[], context: Parameters<typeof gateText>[1]): ComponentChildren =>
  gates.map((gate, place) => [place === 0 ? '' : ' ', gateText(gate, context)]);
