import type { JsonSchema } from '../views.ts';

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Unwrapped {
  readonly schema: JsonSchema;
  readonly nullable: boolean;
  /** The values to choose from, where the schema names them. */
  readonly options?: readonly (string | number)[];
}

/** Takes `null` out of a union and reads the values of an `enum`, or of a union of constants. */
export function unwrap(given: JsonSchema): Unwrapped {
  const union = [given.anyOf, given.oneOf].find(Array.isArray);
  if (union === undefined) {
    const types = Array.isArray(given.type) ? given.type : [];
    const [type, more] = types.filter((one) => one !== 'null');
    const single = type === undefined || more !== undefined ? given : { ...given, type };
    return withOptions(single, types.includes('null'));
  }
  const members = union.filter(isSchema);
  const others = members.filter(({ type }) => type !== 'null');
  const nullable = others.length < members.length;
  const [only] = others;
  if (others.length === 1 && only !== undefined) return withOptions(only, nullable);
  const constants = others.map((member) => member.const).filter(isNamed);
  return constants.length === others.length
    ? { schema: given, nullable, options: constants }
    : { schema: given, nullable };
}

function withOptions(schema: JsonSchema, nullable: boolean): Unwrapped {
  const named = Array.isArray(schema.enum) ? schema.enum.filter(isNamed) : undefined;
  return named === undefined ? { schema, nullable } : { schema, nullable, options: named };
}

const isNamed = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
