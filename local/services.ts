import type { Clients } from '../lambdas/middleware/runtime.ts';
import { clientsBy } from './aws/clients.ts';
import { cloudWatchService, type Metric } from './aws/cloudwatch.ts';
import { directClients } from './aws/direct-clients.ts';
import type { Services } from './aws/door.ts';
import { type DynamoService, dynamoService } from './aws/dynamodb.ts';
import type { DynamoEndpoint } from './aws/dynoxide.ts';
import { EventBuses } from './aws/events.ts';
import type { Service } from './aws/exchange.ts';
import { Iam } from './aws/iam.ts';
import { LambdaHost } from './aws/lambda-host.ts';
import { memoryDynamoService } from './aws/memory-dynamo/memory-service.ts';
import { randomness } from './aws/randomness.ts';
import { s3Service } from './aws/s3.ts';
import { Scheduler } from './aws/scheduler.ts';
import { schedulerService } from './aws/scheduler-api.ts';
import { makeSecrets, secretsService } from './aws/secrets-manager.ts';
import { sesService } from './aws/ses.ts';
import { type StatesEntered, statesEngine, statesService } from './aws/states.ts';
import type { Store } from './aws/store.ts';
import { StreamPump } from './aws/stream-pump.ts';
import { makeTables } from './aws/tables.ts';
import { noUsage, type Usage } from './aws/usage.ts';
import { withinProcess } from './aws/ways.ts';
import type { Clock } from './clock/clock.ts';
import type { StepFunctions } from './step-functions/step-functions.ts';
import type { Model } from './template/model.ts';

export interface ServiceParts {
  readonly model: Model;
  readonly clock: Clock;
  readonly store: Store;
  /** Where the tables are kept: in a database, or in this process. */
  readonly dynamo: DynamoEndpoint | 'memory';
  /** Where the public server listens, e.g. `http://localhost:8787`. */
  readonly url: string;
  /** Directory that handler files are relative to. */
  readonly root: string;
  /** How often this data directory was started: a seeded run continues with other random numbers. */
  readonly boot: number;
  readonly options: {
    readonly seed?: number;
    readonly restWhenIdle?: boolean;
    readonly secrets?: Readonly<Record<string, string>>;
    onFunctionError?(functionName: string, error: { errorType: string; errorMessage: string }): void;
  };
}

export interface JoinedServices {
  readonly iam: Iam;
  readonly usage: Usage;
  readonly lambda: LambdaHost;
  readonly scheduler: Scheduler;
  readonly events: EventBuses;
  readonly dynamo: DynamoService;
  readonly states: StepFunctions;
  readonly entered: StatesEntered;
  /** By the name that requests are signed for. */
  readonly services: Services;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly pumps: readonly StreamPump[];
}

/** The address in the embedded configuration (`lib/embedded-config.ts`); it stands for wherever the server listens. */
const CONFIGURED_URL = 'http://localhost:8787';

/** Makes all services, joins them to one another, and creates what the templates define. */
export async function joinServices(parts: ServiceParts): Promise<JoinedServices> {
  const { model, clock, store, options } = parts;
  const usage = noUsage();
  const iam = new Iam(model);
  const metrics = new Map<string, Metric>();
  const random = (name: string) => randomness(options.seed, `${parts.boot}/${name}`);
  const services: Record<string, Service> = {};
  const pumps: StreamPump[] = [];

  const onWrite = (table: string): void => {
    for (const pump of pumps) if (pump.table === table) pump.wake();
  };
  const { dynamo: endpoint } = parts;
  const memory = endpoint === 'memory' ? memoryDynamoService(model.tables, iam, usage, onWrite) : undefined;
  const dynamo = memory ?? dynamoService(endpoint as DynamoEndpoint, model.tables, iam, usage, onWrite);
  const clientsFor = (logicalId: string): Clients =>
    clientsBy(
      withinProcess(logicalId, model.region, services, iam, clock),
      memory === undefined ? {} : { ...directClients(logicalId, services, iam), dynamodb: memory.clientFor(logicalId) },
    );
  await makeTables(dynamo, model.tables);
  makeSecrets(model.secrets, options.secrets ?? {}, store);
  const lambda = new LambdaHost({
    functions: model.functions,
    permissions: model.permissions,
    clock,
    usage,
    store,
    root: parts.root,
    runtimeFor: ({ logicalId, environment }) => {
      const source = random(logicalId);
      return {
        env: withAddress(environment, parts.url),
        now: () => new Date(clock.now()).toISOString(),
        randomBytes: source.bytes,
        clients: clientsFor(logicalId),
      };
    },
    onFunctionError: (fn, error) => options.onFunctionError?.(fn.logicalId, error),
  });
  const events = new EventBuses(model, iam, lambda, clock);
  const { seed = 0, restWhenIdle = false } = options;
  const scheduler = new Scheduler({ model, iam, lambda, clock, store, usage, seed, restWhenIdle });
  const entered: StatesEntered = new Map();
  const engine = statesEngine({ model, clock, iam, lambda, events, usage, random: random('states'), entered });
  const all: Services = {
    dynamodb: dynamo.handle,
    states: statesService(engine, iam),
    ses: sesService({ model, iam, store, clock, usage, events }),
    scheduler: schedulerService(model, iam, scheduler),
    secretsmanager: secretsService(model, iam, store),
    events: events.service,
    s3: s3Service(model, iam, store),
    monitoring: cloudWatchService(iam, metrics),
  };
  // The functions were given this object before the services could be made, which need the functions in turn.
  Object.assign(services, all);
  for (const mapping of model.streamMappings) {
    const table = model.tables.find(({ streamArn }) => streamArn === mapping.streamArn);
    if (table === undefined || !table.hasStream)
      throw new Error(`Stream mapping ${mapping.logicalId}: no table has the stream ${mapping.streamArn}`);
    pumps.push(new StreamPump(mapping, table, { model, dynamo, iam, lambda, clock, store }));
  }
  await lambda.warm();
  return { iam, usage, lambda, scheduler, events, dynamo, states: engine, entered, services, metrics, pumps };
}

const withAddress = (environment: Readonly<Record<string, string>>, url: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value === CONFIGURED_URL ? url : value]),
  );
