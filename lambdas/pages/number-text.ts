import type { Language } from './views.ts';

/** A number with the decimal mark of the language, every digit that was recorded, and no separators. */
export const numberText = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
