import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { ServiceError, StatesError } from './errors.ts';
import type { Json } from './json.ts';
import { limits } from './limits.ts';

/** How a waiting task takes its answer. */
export interface Waiting {
  resolve(output: Json): void;
  reject(error: StatesError): void;
}

/**
 * Task tokens: each names its execution and carries a keyed checksum, so that a token that was closed can be told from one that
 * never was, without keeping any list of the past.
 */
export class Tokens {
  readonly #random: () => number;
  readonly #key: KeyObject;
  readonly #open = new Map<string, Waiting>();
  #serial = 0;

  constructor(random: () => number) {
    this.#random = random;
    this.#key = createSecretKey(this.#bytes(32));
  }

  /** A new token for a task of the execution; about 350 characters, URL-safe. */
  issue(executionArn: string): string {
    this.#serial += 1;
    const body = JSON.stringify([executionArn, this.#serial, this.#bytes(16).toString('hex')]);
    const text = Buffer.from(body).toString('base64url');
    return `${text}.${this.#checksum(text)}`;
  }

  /** The machine whose execution the token belongs to, for authorising the caller; undefined when the token is not ours. */
  executionOf(token: string): string | undefined {
    const [text = '', checksum] = token.split('.');
    if (checksum !== this.#checksum(text)) return undefined;
    const [executionArn]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString());
    return String(executionArn);
  }

  /** Makes a token answerable; the answer of this function closes it. */
  open(token: string, waiting: Waiting): () => void {
    this.#open.set(token, waiting);
    return () => void this.#open.delete(token);
  }

  /** @throws {ServiceError} TaskTimedOut, InvalidToken, TaskDoesNotExist */
  succeed(token: string, output: Json): void {
    this.#take(token).resolve(output);
  }

  /** @throws {ServiceError} TaskTimedOut, InvalidToken, TaskDoesNotExist */
  fail(token: string, error: string, cause: string | undefined): void {
    this.#take(token).reject(new StatesError(error, cause));
  }

  #take(token: string): Waiting {
    const waiting = this.#open.get(token);
    if (waiting !== undefined) {
      this.#open.delete(token);
      return waiting;
    }
    if (token.length > limits.tokenLength || !/^[\w-]{40,}\.[\w-]{43}$/.test(token)) {
      throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
    }
    if (this.executionOf(token) === undefined) {
      throw new ServiceError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
    }
    // The service says the same for a late answer, a second answer and an answer to a stopped execution.
    throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }

  #checksum(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }

  #bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => Math.floor(this.#random() * 256)));
  }
}
