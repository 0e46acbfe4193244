import { ServiceError, validationError } from '../service-error.ts';
import { conditionOf, type Given } from './conditions.ts';
import { type Attribute, type Item, sizeOf, textOf } from './item.ts';
import { MemoryTable } from './memory-table.ts';
import { updated } from './updates.ts';

type Input = Readonly<Record<string, unknown>>;

/** A transaction of which a condition did not hold, member by member. */
export class TransactionCancelled extends ServiceError {
  readonly CancellationReasons: readonly { readonly Code: string }[];

  constructor(reasons: readonly { readonly Code: string }[]) {
    super(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    );
    this.CancellationReasons = reasons;
  }
}

const NOTHING: Input = {};
/** Of one BatchGetItem. */
const MOST_KEYS = 100;
/** Bytes after which a query ends its page. */
const PAGE = 1_000_000;

/**
 * The operations of DynamoDB that the application uses, on tables that live and end with this process. Everything
 * happens at once, so nothing ever collides; what is not known here is refused by name.
 */
export class MemoryDynamo {
  readonly #tables = new Map<string, MemoryTable>();

  do(operation: string, input: Input): Input {
    switch (operation) {
      case 'GetItem': {
        const item = this.table(input.TableName).get(input.Key as Item);
        return item === undefined ? NOTHING : { Item: item };
      }
      case 'BatchGetItem':
        return this.#batch(input.RequestItems as Readonly<Record<string, Input>>);
      case 'Query':
        return this.#query(input);
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem':
        if (!this.#holds(input))
          throw new ServiceError('ConditionalCheckFailedException', 'The conditional request failed');
        this.#write(operation, input);
        return NOTHING;
      case 'TransactWriteItems':
        return this.#transact(input.TransactItems as readonly Readonly<Record<string, Input>>[]);
      case 'CreateTable':
        this.#tables.set(String(input.TableName), new MemoryTable(input));
        return NOTHING;
      // As on the service nothing says when an item that is over goes; here none does.
      case 'UpdateTimeToLive':
        return NOTHING;
      default:
        throw new ServiceError('UnknownOperationException', `DynamoDB ${operation} is not done by tables in memory`);
    }
  }

  table(name: unknown): MemoryTable {
    const table = this.#tables.get(String(name));
    if (table === undefined) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  #batch(asked: Readonly<Record<string, Input>>): Input {
    const found = Object.entries(asked).map(([name, { Keys, ProjectionExpression }]) => {
      const table = this.table(name);
      const keys = Keys as readonly Item[];
      if (keys.length > MOST_KEYS)
        throw validationError(`BatchGetItem: got ${keys.length} keys, expected at most ${MOST_KEYS}`);
      if (new Set(keys.map((key) => JSON.stringify(key))).size < keys.length)
        throw validationError('Provided list of item keys contains duplicates');
      if (ProjectionExpression !== undefined && ProjectionExpression !== 'pk, sk')
        throw validationError('BatchGetItem: tables in memory give whole items, or pk and sk');
      const items = keys.map((key) => table.get(key)).filter((item) => item !== undefined);
      return [name, ProjectionExpression === undefined ? items : items.map((item) => table.keysOf(item))];
    });
    return { Responses: Object.fromEntries(found) };
  }

  #query(input: Input): Input {
    const { IndexName, Limit, ExclusiveStartKey, ScanIndexForward, FilterExpression, KeyConditionExpression } = input;
    if (ScanIndexForward === false || FilterExpression !== undefined)
      throw validationError('Query: tables in memory read forward and do not filter');
    const index = typeof IndexName === 'string' ? IndexName : undefined;
    const table = this.table(input.TableName);
    const given = givenIn(input);
    const wanted = conditionOf(KeyConditionExpression);
    const range = rangeOf(String(KeyConditionExpression), given);
    const partition = table.partitionIn(index) === range.name ? range.partition : undefined;
    if (partition === undefined)
      throw validationError(
        `Query: got '${String(KeyConditionExpression)}', expected ${table.partitionIn(index)} = :value first`,
      );
    const most = typeof Limit === 'number' ? Limit : Number.POSITIVE_INFINITY;
    const items: Item[] = [];
    let size = 0;
    let isFull = false;
    for (const item of table.items(index, partition, range.from, ExclusiveStartKey as Item | undefined)) {
      if (wanted?.(item, given) === false) {
        // In order of their keys, those that are wanted stand together.
        if (items.length > 0 || range.from !== '') break;
        continue;
      }
      items.push(item);
      size += sizeOf(item);
      isFull = items.length >= most || size >= PAGE;
      if (isFull) break;
    }
    const last = items.at(-1);
    const more = isFull && last !== undefined ? { LastEvaluatedKey: table.keysOf(last, index) } : {};
    return { Items: items, Count: items.length, ...more };
  }

  #transact(members: readonly Readonly<Record<string, Input>>[]): Input {
    const actions = members.map((member) => {
      const [[name, action] = ['', {}]] = Object.entries(member);
      return { name, action };
    });
    const reasons = actions.map(({ action }) => ({ Code: this.#holds(action) ? 'None' : 'ConditionalCheckFailed' }));
    if (reasons.some(({ Code }) => Code !== 'None')) throw new TransactionCancelled(reasons);
    for (const { name, action } of actions) if (name !== 'ConditionCheck') this.#write(`${name}Item`, action);
    return NOTHING;
  }

  #holds(input: Input): boolean {
    const condition = conditionOf(input.ConditionExpression);
    if (condition === undefined) return true;
    const item = this.table(input.TableName).get((input.Key ?? input.Item) as Item);
    return condition(item ?? {}, givenIn(input));
  }

  #write(operation: string, input: Input): void {
    const table = this.table(input.TableName);
    const key = input.Key as Item;
    if (operation === 'PutItem') table.put(input.Item as Item);
    else if (operation === 'DeleteItem') table.delete(key);
    else if (operation === 'UpdateItem')
      table.put(updated(String(input.UpdateExpression), table.get(key) ?? key, givenIn(input)));
    else throw validationError(`Write: got ${operation}, expected Put, Update or Delete`);
  }
}

const givenIn = ({ ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Input): Given => ({
  names: ExpressionAttributeNames as Readonly<Record<string, string>>,
  values: ExpressionAttributeValues as Readonly<Record<string, Attribute>>,
});

const RANGE = /^(\w+)\s*=\s*(:\w+)(?:\s+AND\s+(?:\w+\s*>=?\s*|begins_with\(\w+,\s*)(:\w+))?/;

const known = new Map<
  string,
  { readonly name: string | undefined; readonly partition: string; readonly from: string }
>();

function partsOf(condition: string) {
  const found = known.get(condition);
  if (found !== undefined) return found;
  const [, name, partition = '', from = ''] = RANGE.exec(condition) ?? [];
  const parts = { name, partition, from };
  known.set(condition, parts);
  return parts;
}

/** What a key condition says first: the partition, and from where on its items can be wanted. */
function rangeOf(condition: string, { values }: Given) {
  const { name, partition, from } = partsOf(condition);
  return { name, partition: textOf(values[partition]), from: textOf(values[from]) ?? '' };
}
