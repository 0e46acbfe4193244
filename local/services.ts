import type { Clients } from '../lambdas/middleware/runtime.ts';
import { browserScripts } from '../lib/constructs/browser-scripts.ts';
import { clientsBy } from './aws/clients.ts';
import { cloudWatchService, type Metric } from './aws/cloudwatch.ts';
import { directClients } from './aws/direct-clients.ts';
import type { Services } from './aws/door.ts';
import { type DynamoService, dynamoService } from './aws/dynamodb.ts';
import type { DynamoEndpoint } from './aws/dynoxide.ts';
import { endUserMessagingService } from './aws/end-user-messaging.ts';
import { EventBuses } from './aws/events.ts';
import type { Service } from './aws/exchange.ts';
import { Iam } from './aws/iam.ts';
import { kmsService, makeMacKeys } from './aws/kms.ts';
import { LambdaHost } from './aws/lambda-host.ts';
import { memoryDynamoService } from './aws/memory-dynamo/memory-service.ts';
import type { Outbox } from './aws/outbox.ts';
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
import { Meter } from './aws/usage.ts';
import { withinProcess } from './aws/ways.ts';
import type { Clock } from './clock/clock.ts';
import { type FaultPlan, NO_FAULTS } from './faults/fault-plan.ts';
import { Faults } from './faults/faults.ts';
import { faultyClock } from './faults/faulty-clock.ts';
import { faultyRequests, requestsFail } from './faults/faulty-requests.ts';
import { PROMPT_RETRIES } from './faults/prompt-retries.ts';
import type { StepFunctions } from './step-functions/step-functions.ts';
import type { Model } from './template/model.ts';

export interface ServiceParts {
  readonly model: Model;
  readonly clock: Clock;
  readonly store: Store;
  readonly outbox: Outbox;
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
    readonly instancesLiveMs?: number;
    readonly secrets?: Readonly<Record<string, string>>;
    readonly faults?: FaultPlan;
    onFunctionError?(functionName: string, error: { errorType: string; errorMessage: string }): void;
  };
}

export interface JoinedServices {
  readonly faults: Faults;
  readonly iam: Iam;
  readonly meter: Meter;
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
  const { model, clock, store, outbox, options } = parts;
  const meter = new Meter();
  const retries = options.faults === undefined ? {} : { retryStrategy: PROMPT_RETRIES };
  const faults = new Faults(options.faults ?? NO_FAULTS, parts.boot);
  const iam = new Iam(model);
  const metrics = new Map<string, Metric>();
  const random = (name: string) => randomness(options.seed, `${parts.boot}/${name}`);
  // Of each function one: a new instance goes on with other numbers than the last.
  const sources = new Map(model.functions.map(({ logicalId }) => [logicalId, random(logicalId)]));
  const services: Record<string, Service> = {};
  const pumps: StreamPump[] = [];

  const onWrite = (table: string): void => {
    for (const pump of pumps) if (pump.table === table) pump.wake();
  };
  const ports = { tables: model.tables, iam, meter, clock };
  const dynamo: DynamoService =
    parts.dynamo === 'memory' ? memoryDynamoService(ports, onWrite) : dynamoService(parts.dynamo, ports, onWrite);
  const clientsFor = (logicalId: string): Clients => {
    const way = withinProcess(logicalId, model.region, services, iam, clock, meter);
    // Only the SDK tries again after a fault.
    const dynamodb = requestsFail(faults.plan) ? undefined : dynamo.clientFor?.(logicalId);
    const direct = dynamodb === undefined ? {} : { ...directClients(logicalId, services, iam, meter), dynamodb };
    return clientsBy((service) => ({ ...way(service), ...retries }), direct);
  };
  await makeTables(dynamo, model.tables);
  makeSecrets(model.secrets, options.secrets ?? {}, store);
  makeMacKeys(model.macKeys, store);
  const lambda = new LambdaHost({
    functions: model.functions,
    permissions: model.permissions,
    clock,
    meter,
    store,
    root: parts.root,
    instancesLiveMs: options.instancesLiveMs ?? Number.POSITIVE_INFINITY,
    faults,
    runtimeFor: ({ logicalId, environment }) => {
      const source = sources.get(logicalId) ?? random(logicalId);
      const now = faultyClock(logicalId, () => clock.now(), faults);
      return {
        env: withScripts(withAddress(environment, parts.url)),
        now: isoClock(now),
        randomBytes: source.bytes,
        clients: clientsFor(logicalId),
      };
    },
    onFunctionError: (fn, error) => options.onFunctionError?.(fn.logicalId, error),
  });
  const events = new EventBuses(model, iam, lambda, clock, meter);
  const { seed = 0, restWhenIdle = false } = options;
  // Tables in memory end with the process, and nobody goes on without them.
  const resumes = parts.dynamo !== 'memory';
  const scheduler = new Scheduler({ model, iam, lambda, clock, store, resumes, meter, seed, restWhenIdle, faults });
  const entered: StatesEntered = new Map();
  const engine = statesEngine({ model, clock, iam, lambda, events, meter, random: random('states'), entered, faults });
  const all: Services = {
    dynamodb: dynamo.handle,
    states: statesService(engine, iam),
    ses: sesService({ model, iam, outbox, clock, meter, events, faults }),
    scheduler: schedulerService(model, iam, scheduler),
    secretsmanager: secretsService(model, iam, store, meter),
    events: events.service,
    s3: s3Service(model, iam, store, events),
    monitoring: cloudWatchService(iam, metrics, meter),
    kms: kmsService(model, iam, store, meter),
    'sms-voice': endUserMessagingService(iam, store, clock),
  };
  // The functions were given this object before the services could be made, which need the functions in turn.
  for (const [name, service] of Object.entries(all)) services[name] = faultyRequests(name, service, faults);
  // What two mappings read, one of them may still need.
  const alone = new Set(model.streamMappings.map(({ streamArn }) => streamArn)).size === model.streamMappings.length;
  const forgetStream = parts.dynamo === 'memory' ? undefined : parts.dynamo.forgetStream;
  const consumed = alone && forgetStream !== undefined ? { consumed: forgetStream } : {};
  for (const mapping of model.streamMappings) {
    const table = model.tables.find(({ streamArn }) => streamArn === mapping.streamArn);
    if (table === undefined || !table.hasStream)
      throw new Error(`Stream mapping ${mapping.logicalId}: no table has the stream ${mapping.streamArn}`);
    const ports = { model, dynamo, iam, lambda, clock, store, resumes, faults, ...consumed };
    pumps.push(new StreamPump(mapping, table, ports));
  }
  await lambda.warm();
  return { faults, iam, meter, lambda, scheduler, events, dynamo, states: engine, entered, services, metrics, pumps };
}

/** An instant as text, made once while time stands still. */
function isoClock(now: () => number): () => string {
  let told = { ms: Number.NaN, text: '' };
  return () => {
    const ms = now();
    if (ms !== told.ms) told = { ms, text: new Date(ms).toISOString() };
    return told.text;
  };
}

/** Functions run from source: the scripts of their pages are made when the first page asks for one. */
const withScripts = (environment: Record<string, string>): Record<string, string> =>
  Object.defineProperties(environment, {
    PASSKEY_SCRIPT: { get: () => browserScripts().passkey },
    CEREMONY_SCRIPT: { get: () => browserScripts().ceremony },
  });

const withAddress = (environment: Readonly<Record<string, string>>, url: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value === CONFIGURED_URL ? url : value]),
  );
