import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import type { Model, RuleModel, TargetModel } from '../template/model.ts';
import { compilePattern, type EventTest } from './event-pattern.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import { type Iam, userOf } from './iam.ts';
import type { LambdaHost } from './lambda-host.ts';
import { parseTiming } from './schedule-expression.ts';
import { ServiceError } from './service-error.ts';
import { transformInput } from './target-input.ts';
import type { Meter } from './usage.ts';

/** An event as rules see it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly account: string;
  readonly region: string;
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

const entryShape = z.strictObject({
  Source: z.string().min(1),
  DetailType: z.string().min(1).max(128),
  Detail: z.string(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  Time: z.number().optional(),
  TraceHeader: z.string().optional(),
});

const LARGEST = 262_144;
/** How many outbound events are kept to be looked at. */
const KEPT = 1_000;

/** EventBridge: buses, rules by pattern or rate, and their Lambda targets. Targets of other services receive nothing. */
export class EventBuses {
  readonly #model: Model;
  readonly #iam: Iam;
  readonly #lambda: LambdaHost;
  readonly #clock: Clock;
  readonly #meter: Meter;
  readonly #rules: readonly { readonly rule: RuleModel; readonly test: EventTest }[];
  /** The newest events that were put, with their bus. */
  readonly put: { readonly bus: string; readonly event: BusEvent }[] = [];

  constructor(model: Model, iam: Iam, lambda: LambdaHost, clock: Clock, meter: Meter) {
    this.#model = model;
    this.#iam = iam;
    this.#lambda = lambda;
    this.#clock = clock;
    this.#meter = meter;
    this.#rules = model.rules
      .filter(({ enabled, pattern }) => enabled && pattern !== undefined)
      .map((rule) => ({ rule, test: compilePattern(rule.pattern, rule.logicalId) }));
  }

  /** Arms rules that fire by time. */
  start(): void {
    for (const rule of this.#model.rules) {
      if (!rule.enabled || rule.scheduleExpression === undefined) continue;
      const timing = parseTiming(rule.scheduleExpression);
      const anchor = this.#clock.now();
      const arm = (): void => {
        this.#clock.setTimer(timing.next(this.#clock.now(), anchor), () => {
          const event = this.event('aws.events', 'Scheduled Event', {}, [rule.arn]);
          for (const target of rule.targets) this.#send(rule, target, event);
          arm();
        });
      };
      arm();
    }
  }

  event(source: string, detailType: string, detail: unknown, resources: readonly string[]): BusEvent {
    return {
      version: '0',
      id: randomUUID(),
      source,
      'detail-type': detailType,
      account: this.#model.account,
      region: this.#model.region,
      time: new Date(this.#clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      resources,
      detail,
    };
  }

  /** Puts an event on a bus and invokes the targets of every rule that matches. */
  deliver(bus: string, event: BusEvent): void {
    for (const { rule, test } of this.#rules) {
      if (rule.busName !== bus || !test(event)) continue;
      for (const target of rule.targets) this.#send(rule, target, event);
    }
  }

  /** PutEvents. */
  readonly service: Service = (request: AwsRequest) => {
    if (request.operation !== 'PutEvents') {
      throw new ServiceError(
        'UnknownOperationException',
        `EventBridge ${request.operation} is not part of the embedded stack`,
      );
    }
    const entries = (parseBody(request).Entries ?? []) as unknown[];
    if (entries.length === 0 || entries.length > 10 || request.body.length > LARGEST) {
      throw new ServiceError(
        'ValidationException',
        `Entries: expected 1 to 10 with at most ${LARGEST} bytes, got ${entries.length}`,
      );
    }
    const results = entries.map((entry) => this.#entry(request, entry));
    return json({ FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results });
  };

  #entry(request: AwsRequest, entry: unknown): { EventId: string } | { ErrorCode: string; ErrorMessage: string } {
    const parsed = entryShape.safeParse(entry);
    if (!parsed.success) return { ErrorCode: 'InvalidArgument', ErrorMessage: z.prettifyError(parsed.error) };
    const { Source, DetailType, Detail, EventBusName, Resources } = parsed.data;
    const bus = this.#model.buses.find(({ name, arn }) => EventBusName === name || EventBusName === arn);
    if (bus === undefined)
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${EventBusName} does not exist.` };
    this.#iam.authorize(request.principal, 'events:PutEvents', bus.arn, {
      'events:source': [Source],
      'events:detail-type': [DetailType],
    });
    let detail: unknown;
    try {
      detail = JSON.parse(Detail);
    } catch {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    }
    const event = this.event(Source, DetailType, detail, Resources);
    this.#meter.count(userOf(request.principal), 'busEvents');
    this.put.push({ bus: bus.name, event });
    if (this.put.length > KEPT) this.put.shift();
    this.deliver(bus.name, event);
    return { EventId: event.id };
  }

  #send(rule: RuleModel, target: TargetModel, event: BusEvent): void {
    if (!target.arn.includes(':lambda:')) return;
    try {
      this.#lambda.mayInvoke(target.arn, 'events.amazonaws.com', rule.arn);
      this.#lambda.invokeLater(target.arn, transformInput(target, event));
    } catch (error) {
      this.#lambda.deadLetter(`rule:${rule.logicalId}`, event, error instanceof Error ? error.message : error);
    }
  }
}
