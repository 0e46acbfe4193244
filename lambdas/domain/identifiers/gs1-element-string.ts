import { type Outcome, refuse } from '../outcome.ts';
import { greatestLength } from './gs1-content.ts';
import { gs1Field, gs1FieldAt } from './gs1-fields.ts';
import { collectGs1, type Gs1Message, unknownGs1 } from './gs1-message.ts';

/** FNC1 between two elements, as scanners send it. */
export const SEPARATOR = '\u001d';
const SYMBOLOGIES = ['d2', 'C1', 'Q3'];
const SYMBOLOGY = /^\](d2|C1|Q3)/;

/**
 * Reads a GS1 element string as a scanner sends it: with or without the symbology identifier (`]d2` Data Matrix, `]C1`
 * GS1-128, `]Q3` QR), ASCII 29 wherever a field of free length is followed by another. All or nothing: an application
 * identifier that is not known, or content that breaks its rule, refuses the whole symbol as `invalid`. What must stand
 * together on an item is judged apart (`gs1-associations.ts`), since an item may bear several symbols.
 */
export function readGs1(text: string): Outcome<Gs1Message> {
  const raw = text.trim();
  if (raw.startsWith(']') && !SYMBOLOGY.test(raw)) {
    return refuse('invalid', `GS1: expected a symbology identifier ${SYMBOLOGIES.join(', ')} after ], got another.`);
  }
  const body = raw.replace(SYMBOLOGY, '');
  const collected = collectGs1();
  let at = body.startsWith(SEPARATOR) ? 1 : 0;
  while (at < body.length) {
    const field = gs1FieldAt(body, at);
    if (field === undefined) return unknownGs1(at);
    const start = at + field.ai.length;
    const end = field.predefined ? start + greatestLength(field) : endOfFree(body, start);
    const added = collected.add(field, body.slice(start, end));
    if (!added.ok) return added;
    at = body.charAt(end) === SEPARATOR ? end + 1 : end;
  }
  return collected.done();
}

function endOfFree(body: string, start: number): number {
  const end = body.indexOf(SEPARATOR, start);
  return end === -1 ? body.length : end;
}

/**
 * Reads an element string of which nothing says that its separators survived: many scanners that act as a keyboard lose
 * them, and then the next element is read as the end of a batch. Refuses as `invalid` where the last content could hold
 * another element.
 */
export function readUnmarkedGs1(text: string): Outcome<Gs1Message> {
  const read = readGs1(text);
  const last = read.ok ? read.value.at(-1) : undefined;
  if (!read.ok || last === undefined || gs1Field(last.ai)?.predefined === true) return read;
  const others = read.value.map(({ ai }) => ai);
  for (let at = 1; at < last.content.length; at += 1) {
    const hidden = readGs1(last.content.slice(at));
    if (hidden.ok && hidden.value.every(({ ai }) => !others.includes(ai))) {
      return refuse(
        'invalid',
        `GS1: expected a scan with its separators (FNC1), got one in which (${last.ai}) may hold another element. Let the scanner send symbology identifiers, or type the text with its brackets.`,
      );
    }
  }
  return read;
}

/** The element string as a symbol carries it, without symbology identifier, separators where they are needed. */
export function printGs1(message: Gs1Message): string {
  return message
    .map(({ ai, content }, at) => {
      const ends = gs1Field(ai)?.predefined === true || at === message.length - 1;
      return ai + content + (ends ? '' : SEPARATOR);
    })
    .join('');
}
