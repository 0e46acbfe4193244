import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lazily } from '../lambdas/domain/lazily.ts';
import { checkedShelf } from '../lambdas/domain/protocol/check-shelf.ts';
import type { Clients } from '../lambdas/middleware/runtime.ts';
import { shelf } from '../protocols/shelf.ts';
import { clientsBy } from './aws/clients.ts';
import type { Metric } from './aws/cloudwatch.ts';
import { openDoor } from './aws/door.ts';
import { startDynamo } from './aws/dynoxide.ts';
import { sentToPhones, type ToPhone } from './aws/end-user-messaging.ts';
import type { BusEvent } from './aws/events.ts';
import { OPERATOR } from './aws/iam.ts';
import { type DeadLetter, deadLetters, objects, type StoredObject, secretValue } from './aws/kept.ts';
import type { Answer } from './aws/lambda-host.ts';
import { outboxInMemory, storedOutbox } from './aws/outbox.ts';
import type { Schedule } from './aws/scheduler.ts';
import type { Mail } from './aws/ses.ts';
import { type ExecutionSummary, listExecutions } from './aws/states.ts';
import { Store } from './aws/store.ts';
import type { Meter, Usage } from './aws/usage.ts';
import { overDoor } from './aws/ways.ts';
import type { Clock, VirtualClock } from './clock/clock.ts';
import { realClock } from './clock/real-clock.ts';
import { virtualClock } from './clock/virtual-clock.ts';
import { TABLES_FILE } from './data-directory.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import { planRestores } from './faults/table-copies.ts';
import { restGateway } from './http/gateway.ts';
import { bindPublicServer } from './http/server.ts';
import { type Requesting, withoutSocket } from './http/without-socket.ts';
import { resumeLostRuns } from './resume-lost-runs.ts';
import { joinServices } from './services.ts';
import type { ExecutionStatus } from './step-functions/step-functions.ts';
import type { Model } from './template/model.ts';
import { readModel } from './template/read-model.ts';
import { synthTemplates } from './template/synth.ts';
import type { StackTemplate } from './template/template-set.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export interface StackOptions {
  /** Where everything is kept; without it a temporary directory (in memory where there is one) that ends with the stack. */
  readonly dataDir?: string;
  /** Port of the public server on 127.0.0.1; 0 (the default) for any free one. */
  readonly port?: number;
  /** `virtualFrom`: the instant (ISO 8601) at which a virtual clock begins. */
  readonly clock: 'real' | { readonly virtualFrom: string };
  /** Makes randomness and lateness of schedules the same in each run. */
  readonly seed?: number;
  /** Tables kept in this process, which end with the stack: quicker than the database, and nothing to restart from. */
  readonly tables?: 'memory';
  /** Periodic schedules rest while nothing happens, so that years pass quickly; off unless given. */
  readonly restWhenIdle?: boolean;
  /** How long an idle instance of a function stays warm; for ever unless given. */
  readonly instancesLiveMs?: number;
  /** Synthesised templates; those of the application unless given. */
  readonly templates?: readonly StackTemplate[];
  /** Settings that replace those of the embedded configuration when the application is synthesised. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Values of secrets, by logical id or name, instead of generated ones. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What goes wrong underneath, and how often; nothing unless given. */
  readonly faults?: FaultPlan;
  /** Done before anything is served, delivered or resumed: what must be there when the first mail goes out. */
  prepare?(place: Pick<EmbeddedStack, 'model' | 'clientsFor'>): Promise<void>;
  /** Told of each invocation that ended in an error. */
  onFunctionError?(functionName: string, error: { readonly errorType: string; readonly errorMessage: string }): void;
}

export interface EmbeddedStack {
  /** Where people and systems reach it, e.g. `http://localhost:8787`. */
  readonly url: string;
  readonly clock: Clock;
  readonly model: Model;
  readonly dataDir: string;
  /** Mails in the order in which they were sent; from the one after the first `after` on. */
  outbox(after?: number): Mail[];
  /** Text messages and calls, in the order in which they were sent. */
  toPhones(): ToPhone[];
  usage(): Usage;
  /** The same by whom it was used. */
  readonly meter: Meter;
  /** Policy statements that nothing needed so far. */
  unusedStatements(): { readonly role: string; readonly statement: string; readonly actions: readonly string[] }[];
  /** Invokes a function by job, logical id, name or ARN, and waits for its answer. */
  invoke(name: string, payload: unknown): Promise<Answer>;
  /** A request to the public routes that takes no socket: for people who come hundreds of thousands of times. */
  readonly request: Requesting;
  /** Address for clients of the real SDK; the access key is a function's logical id or `operator`. */
  readonly endpoint: string;
  /** Clients that sign as a function's logical id, or as the operator, who may do everything. */
  clientsFor(accessKeyId?: string): Clients;
  /** Executions of all machines that are still known, or those with a status such as `RUNNING`. */
  executions(status?: ExecutionStatus): Promise<ExecutionSummary[]>;
  /** States that were entered so far, by logical id of their machine. */
  statesEntered(): ReadonlyMap<string, ReadonlySet<string>>;
  /** Schedules as they stand. */
  schedules(): readonly Schedule[];
  /** The newest events put on a bus. */
  events(): readonly { readonly bus: string; readonly event: BusEvent }[];
  metrics(): ReadonlyMap<string, Metric>;
  /** What asynchronous invocations, rules and schedules could not deliver. */
  deadLetters(): DeadLetter[];
  /** Objects in a bucket, by logical id or name. */
  objects(bucket: string): StoredObject[];
  /** The value of a secret, by logical id or name. */
  secret(name: string): string;
  /** How often each planned fault was made so far, by `part/kind`. */
  faultsMade(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** What a deployment is refused for is refused here too; once, for the files do not change while a process runs. */
const protocolsInOrder = lazily(() => checkedShelf(shelf));

/**
 * Runs the application's templates in this process. Restarted on the same `dataDir` it continues: time where it stood (on
 * a virtual clock), and every journey in new executions, started from its log.
 */
export async function startStack(
  options: StackOptions & { readonly clock: { readonly virtualFrom: string } },
): Promise<EmbeddedStack & { readonly clock: VirtualClock }>;
export async function startStack(options: StackOptions): Promise<EmbeddedStack>;
export async function startStack(options: StackOptions): Promise<EmbeddedStack> {
  protocolsInOrder();
  const model = readModel(options.templates ?? (await synthTemplates(options.config)));
  const dataDir = options.dataDir ?? temporaryDirectory();
  // What is open so far, to be closed in reverse when the start fails and when the stack stops.
  const opened: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.toReversed()) await end();
  };
  if (options.dataDir === undefined) opened.push(() => rmSync(dataDir, { recursive: true, force: true }));
  try {
    const keptIn = options.tables === 'memory' ? undefined : dataDir;
    const store = new Store(keptIn);
    opened.push(() => store.close());
    const outbox = keptIn === undefined ? outboxInMemory() : storedOutbox(store);
    const clock =
      options.clock === 'real'
        ? realClock()
        : clockFrom(options.clock.virtualFrom, keptIn === undefined ? undefined : store);
    opened.push(() => clock.stop());
    const dynamo = options.tables ?? (await startDynamo(join(dataDir, TABLES_FILE)));
    if (dynamo !== 'memory') opened.push(() => dynamo.stop());
    const server = await bindPublicServer(options.port ?? 0);
    opened.push(() => server.close());
    const url = `http://localhost:${server.port}`;
    const boot = store.countBoot();
    const services = await joinServices({ model, options, clock, store, outbox, dynamo, url, root: ROOT, boot });
    const { lambda, iam, meter, scheduler, events, metrics, pumps, faults } = services;
    opened.push(() => services.dynamo.close());
    const door = await openDoor(services.services, iam, clock);
    const agent = new Agent({ keepAlive: true });
    opened.push(() => door.close());
    opened.push(() => agent.destroy());
    opened.push(async () => {
      await server.close();
      for (const pump of pumps) pump.stop();
      clock.stop();
      await clock.idle();
    });
    const clientsFor = (accessKeyId = OPERATOR) => {
      // Tables in this process are reached without a socket.
      const dynamodb = services.dynamo.clientFor?.(accessKeyId);
      const way = overDoor(accessKeyId, door.endpoint, model.region, agent);
      return clientsBy(way, dynamodb === undefined ? {} : { dynamodb });
    };
    await options.prepare?.({ model, clientsFor });
    scheduler.start();
    planRestores(faults.plan.tables.restoredAfter, { clock, dataDir: keptIn, lambda });
    events.start();
    for (const pump of pumps) pump.wake();
    if (boot > 1) await resumeLostRuns(lambda, model);
    const gateway = restGateway(model, lambda, clock, meter);
    const tableNamed = (name: string) => model.tables.find(({ logicalId }) => logicalId === name)?.name;
    const [identities, journeys] = [tableNamed('Identities'), tableNamed('Journeys')];
    const pinKeyArn = model.macKeys.find(({ logicalId }) => logicalId === 'PinKey')?.arn;
    const mirrors = model.buckets.find(({ logicalId }) => logicalId === 'Mirrors')?.name;
    const aws = {
      endpoint: door.endpoint,
      region: model.region,
      accessKeyId: OPERATOR,
      identities,
      journeys,
      mirrors,
      pinKeyArn,
    };
    server.serve({ clock, gateway, sent: { mails: () => outbox.after(), toPhones: () => sentToPhones(store) }, aws });
    let stopping: Promise<void> | undefined;
    return {
      url,
      clock,
      model,
      dataDir,
      request: withoutSocket(gateway, clock),
      endpoint: door.endpoint,
      outbox: (after) => outbox.after(after),
      toPhones: () => sentToPhones(store),
      usage: () => ({ ...meter.total }),
      meter,
      unusedStatements: () => iam.unusedStatements(),
      invoke: (name, payload) => lambda.invoke(name, payload),
      clientsFor,
      executions: (status) => listExecutions(services.states, model, status),
      statesEntered: () => services.entered,
      schedules: () => scheduler.list(),
      events: () => events.put,
      metrics: () => metrics,
      deadLetters: () => deadLetters(store),
      objects: (bucket) => objects(model, store, bucket),
      secret: (name) => secretValue(model, store, name),
      faultsMade: () => faults.made,
      stop: () => {
        stopping ??= close();
        return stopping;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A virtual clock; where there is a store it goes on where it stood when this data directory was last used. */
const clockFrom = (virtualFrom: string, store: Store | undefined): VirtualClock =>
  store === undefined
    ? virtualClock(virtualFrom)
    : virtualClock(store.clockStoodAt() ?? virtualFrom, (now) => store.keepClock(now));
