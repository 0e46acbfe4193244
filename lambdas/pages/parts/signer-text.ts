import type { Dictionary } from '../i18n/dictionary.ts';
import type { Signed } from '../views.ts';

/** Who signed, and in whose place. */
export const signerText = ({ page }: Pick<Dictionary, 'page'>, { by, onBehalfOf }: Signed): string =>
  onBehalfOf === undefined ? by : page.onBehalf(by, onBehalfOf);
