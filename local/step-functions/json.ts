/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Size of a value as the service counts it: bytes of its UTF-8 JSON text. */
export function jsonBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** True for a JSON object (not null, not an array). */
export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A clean, independent JSON copy of what an expression returned.
 * Members whose value is undefined are left out, as JSONata does in its own object constructor.
 * @throws {TypeError} naming the kind of value that JSON cannot carry (function, NaN, …)
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`a number JSON cannot carry: ${value}`);
    return value;
  }
  if (Array.isArray(value)) return value.map(toJson);
  if (!isObject(value)) throw new TypeError(`a value JSON cannot carry: ${typeof value}`);
  // Lambdas of JSONata are objects that carry their environment; they are no data.
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw new TypeError('a function');
  const copy: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) copy[key] = toJson(member);
  return copy;
}
