/**
 * What is left of a value that travels as JSON, without the text in between: a page is one long text that would be
 * escaped only to be read back.
 */
export function jsonCopy(value: unknown): unknown {
  const given = hasToJson(value) ? value.toJSON() : value;
  switch (typeof given) {
    case 'string':
    case 'boolean':
      return given;
    case 'number':
      return Number.isFinite(given) ? given : null;
    case 'bigint':
      throw new TypeError('Do not know how to serialize a BigInt');
    case 'object':
      if (given === null) return null;
      return Array.isArray(given) ? given.map((one) => jsonCopy(one) ?? null) : copyOf(given);
    default:
      return undefined;
  }
}

function copyOf(given: object): unknown {
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(given)) {
    const kept = jsonCopy(member);
    if (kept === undefined) continue;
    if (name === '__proto__') Object.defineProperty(copy, name, { value: kept, enumerable: true, writable: true });
    else copy[name] = kept;
  }
  return copy;
}

const hasToJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
