/** From the one that matters least (clinical-pathway 3.7). */
export const DEVIATION_CLASSES = ['minor', 'major', 'critical'] as const;
export type DeviationClass = (typeof DEVIATION_CLASSES)[number];

export const gravest = (classes: readonly DeviationClass[]): DeviationClass =>
  DEVIATION_CLASSES.findLast((one) => classes.includes(one)) ?? 'minor';
