import { wildcard } from './iam-pattern.ts';

/** What a request says about itself, by condition key. */
export type Facts = Readonly<Record<string, readonly string[]>>;
export type Condition = (facts: Facts) => boolean;

type Test = (value: string) => boolean;
type Operator = (expected: readonly string[]) => Test;

const equals: Operator = (expected) => (value) => expected.includes(value);
const like: Operator = (expected) => {
  const patterns = expected.map(wildcard);
  return (value) => patterns.some((pattern) => pattern(value));
};
const not =
  (operator: Operator): Operator =>
  (expected) => {
    const test = operator(expected);
    return (value) => !test(value);
  };

const OPERATORS: Readonly<Record<string, Operator>> = {
  ArnEquals: like,
  ArnLike: like,
  Bool: equals,
  StringEquals: equals,
  StringLike: like,
  StringNotEquals: not(equals),
  StringNotLike: not(like),
};

/** Keys the door fills in; a condition on any other key would silently never hold. */
const KEYS = [
  'aws:ResourceAccount',
  'aws:SecureTransport',
  'cloudwatch:namespace',
  'dynamodb:LeadingKeys',
  'events:detail-type',
  'events:source',
  'iam:PassedToService',
  'kms:ViaService',
  'ses:FromAddress',
  'ses:Recipients',
];

/** Compiles the Condition block of a statement. Unknown operators and keys are refused by name. */
export function compileCondition(
  block: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  label: string,
): Condition {
  const tests: Condition[] = [];
  for (const [operator, keys] of Object.entries(block)) {
    const [, set, name] = /^(?:(ForAllValues|ForAnyValue):)?(.+)$/.exec(operator) ?? [];
    const known = OPERATORS[name ?? ''];
    if (known === undefined) {
      throw new Error(
        `${label}: condition operator ${operator} is not known; expected ${Object.keys(OPERATORS).join(', ')}`,
      );
    }
    for (const [key, values] of Object.entries(keys)) {
      if (!KEYS.includes(key))
        throw new Error(`${label}: condition key ${key} is not known; expected ${KEYS.join(', ')}`);
      const test = known((Array.isArray(values) ? values : [values]).map(String));
      const absent = set === 'ForAllValues' || (set === undefined && name?.startsWith('StringNot') === true);
      tests.push((facts) => {
        const found = facts[key] ?? [];
        if (found.length === 0) return absent;
        return set === 'ForAllValues' ? found.every(test) : found.some(test);
      });
    }
  }
  return (facts) => tests.every((test) => test(facts));
}
