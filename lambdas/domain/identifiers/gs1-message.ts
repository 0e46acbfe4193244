import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { checkGs1Content } from './gs1-content.ts';
import { type Gs1Field, gs1Field } from './gs1-fields.ts';

/** One element: an application identifier and its content, checked, as it stands in the symbol. */
export const gs1ElementSchema = lazily(() =>
  z
    .strictObject({ ai: z.string(), content: z.string() })
    .superRefine(({ ai, content }, context) => {
      const field = gs1Field(ai);
      const checked = field === undefined ? unknownGs1() : checkGs1Content(field, content);
      if (!checked.ok) context.addIssue({ code: 'custom', message: checked.refusal.message });
    })
    .brand('Gs1Element'),
);
export type Gs1Element = Readonly<z.infer<ReturnType<typeof gs1ElementSchema>>>;

/** What one or more GS1 symbols of an item said, each application identifier once, in the order of the symbol. */
export const gs1MessageSchema = lazily(() =>
  z
    .array(gs1ElementSchema())
    .min(1)
    .max(50)
    .superRefine((elements, context) => {
      const ais = new Set(elements.map(({ ai }) => ai));
      if (ais.size !== elements.length) {
        context.addIssue({ code: 'custom', message: 'expected each application identifier once' });
      }
    }),
);
export type Gs1Message = readonly Gs1Element[];

/**
 * Collects the elements of one symbol in their order. An application identifier that comes twice must say the same.
 * Refuses as `invalid` what is not good, what comes twice and differs, and a symbol without any element.
 */
export function collectGs1() {
  const contents = new Map<string, string>();
  return {
    add(field: Gs1Field, content: string): Outcome<string> {
      const checked = checkGs1Content(field, content);
      if (checked.ok && (contents.get(field.ai) ?? content) !== content) {
        return refuse('invalid', `GS1 ${field.title} (${field.ai}): expected one value, got two different ones.`);
      }
      if (checked.ok) contents.set(field.ai, content);
      return checked;
    },
    done: (): Outcome<Gs1Message> =>
      contents.size === 0
        ? refuse('invalid', 'GS1: expected at least one element, got none.')
        : ok([...contents].map(([ai, content]) => gs1ElementSchema().parse({ ai, content }))),
  };
}

/** The refusal of a symbol with an application identifier that has no place here, by where it stands. */
export const unknownGs1 = (at = 0) =>
  refuse(
    'invalid',
    `GS1: expected an application identifier of products, shipments, places or relations at position ${at + 1}, got one that is not read here.`,
  );

/** The content of an application identifier, if the message has it. */
export const gs1Content = (message: Gs1Message, ai: string): string | undefined =>
  message.find((element) => element.ai === ai)?.content;
