import { type Outcome, refuse } from '../outcome.ts';
import { gs1Field } from './gs1-fields.ts';
import { collectGs1, type Gs1Message, unknownGs1 } from './gs1-message.ts';

const BRACKETED_AI = /\((\d{2,4})\)/y;

/**
 * Reads the form for people, `(01)…(17)…`; white space is forgiven. A bracket with 2 to 4 digits starts an element,
 * unless a backslash before it says that it belongs to the content. Refuses as `readGs1` does.
 */
export function readBracketedGs1(text: string): Outcome<Gs1Message> {
  const body = text.replace(/\s/g, '');
  const collected = collectGs1();
  let at = 0;
  while (at < body.length) {
    const ai = bracketedAiAt(body, at);
    if (ai === undefined) {
      return refuse(
        'invalid',
        `GS1: expected an application identifier in brackets at position ${at + 1}, got others.`,
      );
    }
    const field = gs1Field(ai);
    if (field === undefined) return unknownGs1(at + 1);
    let content = '';
    at += ai.length + 2;
    while (at < body.length && bracketedAiAt(body, at) === undefined) {
      if (body.startsWith('\\(', at)) at += 1;
      content += body.charAt(at);
      at += 1;
    }
    const added = collected.add(field, content);
    if (!added.ok) return added;
  }
  return collected.done();
}

function bracketedAiAt(body: string, at: number): string | undefined {
  BRACKETED_AI.lastIndex = at;
  return BRACKETED_AI.exec(body)?.[1];
}

/** The form for people. A bracket inside of content is marked with a backslash, so that it can be read again. */
export const printBracketedGs1 = (message: Gs1Message): string =>
  message.map(({ ai, content }) => `(${ai})${content.replaceAll('(', '\\(')}`).join('');
