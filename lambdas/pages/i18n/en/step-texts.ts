export interface StepTexts {
  readonly title: string;
  /** What is wanted, in one sentence; used on the page and in the mail. */
  readonly ask: string;
  /** What a signature means (21 CFR 11.50: it stands with the signature), by decision, `recordOf(item)` and `reportOf(report)`. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
}

/** What English adds to the domain: its sentences are English already. */
export type EnglishStep = Omit<StepTexts, 'meanings'>;
