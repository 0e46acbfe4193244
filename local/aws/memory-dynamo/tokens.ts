import { validationError } from '../service-error.ts';

const TOKEN = /\s*(<>|<=|>=|[=<>(),.+-]|[:#]?[A-Za-z_][\w]*)/y;

/** The words and signs of an expression, read one by one. */
export class Tokens {
  readonly #text: string;
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let end = 0; end < text.trimEnd().length; end = TOKEN.lastIndex) {
      const found = TOKEN.exec(text)?.[1];
      if (found === undefined) throw this.unknown(text.slice(end));
      tokens.push(found);
    }
    this.#tokens = tokens;
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  take(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.unknown('(end)');
    this.#at += 1;
    return token;
  }

  /** Takes the next token if it is this one, in whatever case. */
  took(wanted: string): boolean {
    if (this.next?.toUpperCase() !== wanted) return false;
    this.#at += 1;
    return true;
  }

  expect(wanted: string): void {
    if (!this.took(wanted)) throw this.unknown(this.next ?? '(end)');
  }

  unknown(what: string): Error {
    return validationError(`Expression '${this.#text}': got ${what}, which tables in memory do not read`);
  }
}
