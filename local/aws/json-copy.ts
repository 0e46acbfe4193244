/**
 * What is left of a value that travels as JSON, without the text in between: a page is one long text that would be
 * escaped only to be read back.
 */
export function jsonCopy(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      throw new TypeError('Do not know how to serialize a BigInt');
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map((one) => jsonCopy(one) ?? null);
      return hasToJson(value) ? jsonCopy(value.toJSON()) : copyOf(value as Readonly<Record<string, unknown>>);
    default:
      return undefined;
  }
}

function copyOf(given: Readonly<Record<string, unknown>>): unknown {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const kept = jsonCopy(given[name]);
    if (kept === undefined) continue;
    if (name === '__proto__') Object.defineProperty(copy, name, { value: kept, enumerable: true, writable: true });
    else copy[name] = kept;
  }
  return copy;
}

const hasToJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';
