import { headerText } from '../design/safe.ts';

const MAX_SUBJECT = 78;

/** A subject of at most 78 characters: id, what it is about, what is wanted. Throws on anything that could end a header. */
export function subject(parts: {
  readonly urgent?: string | undefined;
  readonly id: string;
  readonly about: string;
  readonly wanted: string;
}): string {
  const about = parts.about === '' ? '' : `${headerText(parts.about, 'subject')}: `;
  const start = parts.urgent === undefined ? '' : `${headerText(parts.urgent, 'subject')} `;
  const whole = `${start}${headerText(parts.id, 'journey id')} ${about}${headerText(parts.wanted, 'subject')}`;
  return whole.length <= MAX_SUBJECT ? whole : `${whole.slice(0, MAX_SUBJECT - 1).trimEnd()}…`;
}
