/** Of a form: what identifies is typed as it stands on a label; no browser suggests or changes anything. Its fields inherit it. */
export const AS_TYPED = { autocomplete: 'off', autocapitalize: 'off', spellcheck: false } as const;

/** Of a field of such a form in which sentences are written. */
export const SENTENCES = { autocapitalize: 'sentences', spellcheck: true } as const;
