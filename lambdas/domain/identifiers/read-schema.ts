import * as z from 'zod';
import type { Outcome } from '../outcome.ts';

/**
 * A schema of text that is taken in every form a reader takes, kept in the one form it gives back, and refused in the
 * reader's words. Evidence is checked more than once, so a reader must take its own form again and leave it as it is.
 */
export const readBy = (read: (text: string) => Outcome<string>) =>
  z
    .string()
    .superRefine((text, context) => {
      const outcome = read(text);
      if (!outcome.ok) context.addIssue({ code: 'custom', message: outcome.refusal.message });
    })
    .overwrite((text) => {
      const outcome = read(text);
      return outcome.ok ? outcome.value : text;
    });
