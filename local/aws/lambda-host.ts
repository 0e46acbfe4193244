import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Runtime } from '../../lambdas/middleware/runtime.ts';
import type { Clock } from '../clock/clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { FunctionModel, PermissionModel } from '../template/model.ts';
import { wildcard } from './iam-pattern.ts';
import { jsonCopy } from './json-copy.ts';
import { ServiceError } from './service-error.ts';
import type { Store } from './store.ts';
import type { Meter } from './usage.ts';

/** What an invocation ended with. */
export type Answer =
  | { readonly payload: unknown }
  | { readonly functionError: { readonly errorType: string; readonly errorMessage: string } };

type Handler = (event: unknown, context: unknown) => unknown;
interface HandlerModule {
  create(runtime: Runtime): Handler;
}

/** Whom the policy of a function lets in, from where. */
interface Permitted {
  readonly principal: string;
  readonly covers: (sourceArn: string) => boolean;
}

export interface LambdaPorts {
  readonly functions: readonly FunctionModel[];
  readonly permissions: readonly PermissionModel[];
  readonly clock: Clock;
  readonly meter: Meter;
  readonly store: Store;
  /** Directory that entries are relative to. */
  readonly root: string;
  /** How long an instance that is not invoked is kept: whoever comes later meets a new one, with empty memory. */
  readonly instancesLiveMs: number;
  readonly faults: Faults;
  runtimeFor(fn: FunctionModel): Runtime;
  /** Told of each invocation that ended in an error. */
  onFunctionError?(fn: FunctionModel, error: { errorType: string; errorMessage: string }): void;
}

/** Lambda waits one, then two minutes before it repeats an asynchronous invocation. */
const ASYNC_DELAYS_MS = [60_000, 120_000];

/** Runs the real handlers in this process, each made once with its own runtime, as a warm function would be. */
export class LambdaHost {
  readonly #ports: LambdaPorts;
  readonly #found = new Map<string, FunctionModel>();
  /** Who may call a function, by its ARN. */
  readonly #permitted: ReadonlyMap<string, readonly Permitted[]>;
  readonly #instances = new Map<string, { readonly handler: Promise<Handler>; usedMs: number }>();

  constructor(ports: LambdaPorts) {
    this.#ports = ports;
    for (const fn of ports.functions) {
      for (const name of [basename(fn.entry, '.ts'), fn.name, fn.logicalId, fn.arn]) this.#found.set(name, fn);
    }
    const arnOf = (name: string): string => this.#found.get(name)?.arn ?? name;
    this.#permitted = Map.groupBy(
      ports.permissions.map(({ functionArn, principal, sourceArn = '*' }) => ({
        arn: arnOf(functionArn),
        principal,
        covers: wildcard(sourceArn),
      })),
      ({ arn }) => arn,
    );
  }

  /** A function by ARN, name, logical id, or job (the name of its handler file). */
  find(name: string): FunctionModel {
    const fn = this.#found.get(name);
    if (fn === undefined) throw new ServiceError('ResourceNotFoundException', `Function not found: ${name}`, 404);
    return fn;
  }

  /** Imports and creates all handlers, so that a missing setting stops the start and not the first journey. */
  async warm(): Promise<void> {
    await Promise.all(this.#ports.functions.map((fn) => this.#handler(fn)));
  }

  /** Functions start cold: what they remembered is gone. */
  forget(): void {
    this.#instances.clear();
  }

  /** Invokes a function and waits for its answer. Event and answer arrive as JSON would bring them, as on AWS. */
  invoke(name: string, event: unknown): Promise<Answer> {
    const fn = this.find(name);
    const { meter, clock, faults } = this.#ports;
    meter.count(fn.logicalId, 'lambdaInvocations');
    const run = this.#run(fn, event);
    if (!faults.hits('invocations/twice', faults.plan.invocations.twice)) return clock.track(run);
    meter.count(fn.logicalId, 'lambdaInvocations');
    return clock.track(Promise.all([run, this.#run(fn, event)]).then(([first]) => first));
  }

  /** Invokes a function asynchronously: a failure is repeated, then becomes a dead letter. */
  invokeLater(name: string, event: unknown): void {
    const fn = this.find(name);
    const attempt = async (number: number): Promise<void> => {
      const answer = await this.invoke(name, event);
      if ('payload' in answer) return;
      if (number >= fn.asyncRetries) return this.deadLetter(`lambda:${fn.logicalId}`, event, answer.functionError);
      const delay = ASYNC_DELAYS_MS[number] ?? 120_000;
      this.#ports.clock.setTimer(this.#ports.clock.now() + delay, () => attempt(number + 1));
    };
    void this.#ports.clock.track(attempt(0));
  }

  /** Keeps what could not be delivered, as a dead-letter queue would. */
  deadLetter(source: string, event: unknown, error: unknown): void {
    const at = new Date(this.#ports.clock.now()).toISOString();
    this.#ports.store.run(
      'INSERT INTO dead_letter (at, message) VALUES (?, ?)',
      at,
      JSON.stringify({ source, event, error }),
    );
  }

  /** @throws ServiceError AccessDeniedException unless the function's resource policy lets this service and source in. */
  mayInvoke(functionArn: string, service: string, sourceArn: string): void {
    const permitted = this.#permitted
      .get(functionArn)
      ?.some((one) => one.principal === service && one.covers(sourceArn));
    if (permitted === true) return;
    throw new ServiceError(
      'AccessDeniedException',
      `User: ${service} is not authorized to perform: lambda:InvokeFunction on resource: ${functionArn} because no resource-based policy allows the lambda:InvokeFunction action (source ${sourceArn})`,
      403,
    );
  }

  #handler(fn: FunctionModel): Promise<Handler> {
    const { clock, instancesLiveMs, meter } = this.#ports;
    const nowMs = clock.now();
    const found = this.#instances.get(fn.logicalId);
    if (found !== undefined && nowMs - found.usedMs <= instancesLiveMs) {
      found.usedMs = nowMs;
      return found.handler;
    }
    const handler = this.#create(fn);
    meter.count(fn.logicalId, 'coldStarts');
    this.#instances.set(fn.logicalId, { handler, usedMs: nowMs });
    return handler;
  }

  async #create(fn: FunctionModel): Promise<Handler> {
    const module = (await import(pathToFileURL(`${this.#ports.root}/${fn.entry}`).href)) as HandlerModule;
    if (typeof module.create !== 'function') {
      throw new Error(`${fn.entry} (function ${fn.logicalId}): expected an exported create(runtime)`);
    }
    return module.create(this.#ports.runtimeFor(fn));
  }

  async #run(fn: FunctionModel, event: unknown): Promise<Answer> {
    const requestId = randomUUID();
    const started = performance.now();
    const ends = started + fn.timeoutSeconds * 1000;
    let alarm: NodeJS.Timeout | undefined;
    try {
      const handler = await this.#handler(fn);
      const work = handler(jsonCopy(event ?? null), {
        functionName: fn.name,
        functionVersion: '$LATEST',
        invokedFunctionArn: fn.arn,
        memoryLimitInMB: '1024',
        awsRequestId: requestId,
        logGroupName: `/aws/lambda/${fn.name}`,
        logStreamName: 'embedded',
        callbackWaitsForEmptyEventLoop: false,
        getRemainingTimeInMillis: () => Math.max(0, Math.round(ends - performance.now())),
      });
      const timeout = new Promise<never>((_, reject) => {
        alarm = setTimeout(() => reject(timedOut(requestId, fn)), fn.timeoutSeconds * 1000);
      });
      const result = await Promise.race([work, timeout]);
      return { payload: jsonCopy(result) ?? null };
    } catch (error) {
      const functionError = {
        errorType: error instanceof Error ? error.name : typeof error,
        errorMessage: error instanceof Error ? error.message : String(error),
      };
      this.#ports.onFunctionError?.(fn, functionError);
      return { functionError };
    } finally {
      clearTimeout(alarm);
      this.#ports.meter.count(fn.logicalId, 'lambdaMs', performance.now() - started);
    }
  }
}

function timedOut(requestId: string, fn: FunctionModel): Error {
  const error = new Error(
    `RequestId: ${requestId} Error: Task timed out after ${fn.timeoutSeconds.toFixed(2)} seconds`,
  );
  error.name = 'Sandbox.Timedout';
  return error;
}
