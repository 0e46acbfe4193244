import { TemplateError } from './template-error.ts';
import type { Resource } from './template-set.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Reads properties of one resource and says which one is not as expected. */
export class Fields {
  readonly #where: string;
  readonly #properties: Properties;

  constructor(where: string, properties: Properties) {
    this.#where = where;
    this.#properties = properties;
  }

  static of(resource: Resource, properties: Properties): Fields {
    return new Fields(`${resource.stack}/${resource.logicalId} (${resource.type})`, properties);
  }

  /** Refuses properties that are not named: they would be passed over in silence. */
  only(...known: readonly string[]): this {
    const unknown = Object.keys(this.#properties).filter((name) => !known.includes(name));
    if (unknown.length > 0)
      this.#fail(`property ${unknown.join(', ')} is not known to the embedded stack; expected ${known.join(', ')}`);
    return this;
  }

  text(name: string): string {
    const value = this.#properties[name];
    if (typeof value !== 'string') this.#fail(`${name}: expected text, got ${JSON.stringify(value)}`);
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.#properties[name] === undefined ? undefined : this.text(name);
  }

  number(name: string, otherwise: number): number {
    const value = this.#properties[name] ?? otherwise;
    if (typeof value !== 'number' && !(typeof value === 'string' && /^-?\d+$/.test(value))) {
      this.#fail(`${name}: expected a number, got ${JSON.stringify(value)}`);
    }
    return Number(value);
  }

  flag(name: string): boolean {
    const value = this.#properties[name] ?? false;
    if (typeof value !== 'boolean') this.#fail(`${name}: expected true or false, got ${JSON.stringify(value)}`);
    return value;
  }

  list(name: string): readonly unknown[] {
    const value = this.#properties[name] ?? [];
    if (!Array.isArray(value)) this.#fail(`${name}: expected a list, got ${JSON.stringify(value)}`);
    return value;
  }

  /** The fields of an object property; empty when it is absent. */
  inside(name: string): Fields {
    const value = this.#properties[name] ?? {};
    if (typeof value !== 'object' || Array.isArray(value))
      this.#fail(`${name}: expected an object, got ${JSON.stringify(value)}`);
    return new Fields(`${this.#where}.${name}`, value as Properties);
  }

  items(name: string): readonly Fields[] {
    return this.list(name).map((item, at) => new Fields(`${this.#where}.${name}[${at}]`, item as Properties));
  }

  has(name: string): boolean {
    return this.#properties[name] !== undefined;
  }

  get raw(): Properties {
    return this.#properties;
  }

  json(name: string): unknown {
    const value = this.#properties[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return this.#fail(`${name}: expected JSON`);
    }
  }

  #fail(problem: string): never {
    throw new TemplateError(`${this.#where}: ${problem}`);
  }
}
