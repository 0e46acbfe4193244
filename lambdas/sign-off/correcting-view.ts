import { hashOf } from '../domain/audit/hash.ts';
import { isBelow, neededAssurance } from '../domain/sign-off/assurance.ts';
import { type Correctable, signedFor, valuesOf } from '../domain/sign-off/correctable.ts';
import { statedText } from '../pages/form/stated-text.ts';
import type { CorrectingView, Language } from '../pages/views.ts';
import { type SignedIn, tokenFor } from '../session/signed-in.ts';
import type { OpenedStep } from './opened-step.ts';
import { personOf } from './sign.ts';

/** Each value by the event that stated it, where it stands there, and as what it is shown: what changed since is another. */
export const idOf = ({ seq, path = '-', value }: Correctable): string =>
  `${seq} ${path} ${hashOf([value]).slice(0, 12)}`;

/** What of the step the reader may ask to have corrected. */
export function correctingOf(
  { stored: { state }, step }: OpenedStep,
  token: string,
  reader: SignedIn,
  language: Language,
): CorrectingView {
  const place = { zone: state.site.zone, language };
  return {
    action: `/sign-offs/${token}/correction`,
    formToken: tokenFor(reader),
    pinIsTooLittle: isBelow('pin', neededAssurance(state, step.step)),
    values: signedFor(state, step, personOf(reader.member))
      .flatMap(valuesOf)
      .map((one) => ({
        id: idOf(one),
        what: one.what,
        ...(one.path === undefined ? {} : { path: one.path }),
        text: statedText(one.value, place),
      })),
  };
}
