/** The languages of pages and mails. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Translations that no clinician has reviewed yet: every page and mail in one of them says so. */
const UNREVIEWED: readonly Language[] = ['fr', 'es'];

export const isReviewed = (language: Language): boolean => !UNREVIEWED.includes(language);
