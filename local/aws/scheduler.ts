import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Model } from '../template/model.ts';
import type { Iam } from './iam.ts';
import { IdleRest } from './idle-rest.ts';
import type { LambdaHost } from './lambda-host.ts';
import { parseTiming, type Timing } from './schedule-expression.ts';
import { ServiceError, validationError } from './service-error.ts';
import type { Store } from './store.ts';
import type { Meter } from './usage.ts';

const NAME = /^[0-9a-zA-Z-_.]{1,64}$/;
const SCHEDULER = 'scheduler.amazonaws.com';
/** A schedule may fire up to this much late; seconds within the minute. */
const LATEST_MS = 59_000;
/** A schedule that fires late as a planned fault does so by up to this much. */
const FAULTY_LATEST_MS = 3 * 60 * 60_000;

/** A schedule as CreateSchedule takes it. */
export const scheduleInput = z.strictObject({
  Name: z.string().regex(NAME, 'expected 1 to 64 of letters, digits, -, _ and .'),
  GroupName: z.string().regex(NAME).default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('UTC').default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().optional(),
  ActionAfterCompletion: z.enum(['DELETE', 'NONE']).default('NONE'),
  ClientToken: z.string().optional(),
  KmsKeyArn: z.string().optional(),
  Target: z.strictObject({
    Arn: z.string().startsWith('arn:'),
    RoleArn: z.string().startsWith('arn:'),
    Input: z.string().max(262_144).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: z.number().int().min(0).max(185).default(185),
        MaximumEventAgeInSeconds: z.number().optional(),
      })
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});
export type ScheduleInput = z.infer<typeof scheduleInput>;

/** A schedule and when it was made (epoch milliseconds): the anchor of rates. */
export interface Schedule extends ScheduleInput {
  readonly createdMs: number;
}

export interface SchedulerPorts {
  readonly model: Model;
  readonly iam: Iam;
  readonly lambda: LambdaHost;
  readonly clock: Clock;
  readonly store: Store;
  /** Whether another process may go on where this one ends: only then schedules are kept. */
  readonly resumes: boolean;
  readonly meter: Meter;
  /** Decides how late schedules fire on a virtual clock. */
  readonly seed: number;
  /** Whether periodic schedules may rest while nothing is invoked, written or scheduled (`IdleRest`). */
  readonly restWhenIdle: boolean;
  readonly faults: Faults;
}

/** EventBridge Scheduler: keeps schedules across restarts and fires those of the API and those of the templates. */
export class Scheduler {
  readonly #ports: SchedulerPorts;
  readonly #schedules = new Map<string, Schedule>();
  readonly #timers = new Map<string, () => void>();
  readonly #idle: IdleRest;
  /** How often a schedule was made, replaced or deleted. */
  #changes = 0;

  constructor(ports: SchedulerPorts) {
    this.#ports = ports;
    const { total } = ports.meter;
    this.#idle = new IdleRest(() => total.lambdaInvocations + total.dynamoWrites + this.#changes);
  }

  /** Arms what was kept and what the templates define. A schedule that fell due meanwhile fires at once. */
  start(): void {
    const kept = this.#ports.store.all<{ definition: string }>('SELECT definition FROM schedule');
    for (const { definition } of kept) {
      const schedule = JSON.parse(definition) as Schedule;
      this.#schedules.set(keyOf(schedule), schedule);
    }
    const groups = this.#ports.model.scheduleGroups;
    for (const { name, group, expression, timeZone, target, enabled } of this.#ports.model.schedules) {
      if (!groups.includes(group)) throw new Error(`Schedule ${name}: group ${group} is not in the templates`);
      const input = scheduleInput.parse({
        Name: name,
        GroupName: group,
        ScheduleExpression: expression,
        ScheduleExpressionTimezone: timeZone,
        FlexibleTimeWindow: { Mode: 'OFF' },
        State: enabled ? 'ENABLED' : 'DISABLED',
        Target: {
          Arn: target.arn,
          RoleArn: target.roleArn,
          ...(target.input === undefined ? {} : { Input: target.input }),
          RetryPolicy: { MaximumRetryAttempts: target.maximumRetryAttempts },
        },
      });
      const before = this.#schedules.get(`${group}/${name}`);
      this.#keep({ ...input, createdMs: before?.createdMs ?? this.#ports.clock.now() });
    }
    for (const schedule of this.#schedules.values()) this.#arm(schedule);
  }

  get(group: string, name: string): Schedule {
    const schedule = this.#schedules.get(`${group}/${name}`);
    if (schedule === undefined)
      throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
    return schedule;
  }

  create(input: ScheduleInput): void {
    if (this.#schedules.has(keyOf(input))) {
      throw new ServiceError('ConflictException', `Schedule ${input.Name} already exists.`, 409);
    }
    this.#put(input, this.#ports.clock.now());
  }

  /** Replaces the whole schedule, as the service does: what is not given falls back to its default. */
  update(input: ScheduleInput): void {
    this.#put(input, this.get(input.GroupName, input.Name).createdMs);
  }

  delete(group: string, name: string): void {
    this.get(group, name);
    this.#drop(`${group}/${name}`);
  }

  /** All schedules, e.g. for a test that plays an operator. */
  list(): readonly Schedule[] {
    return [...this.#schedules.values()];
  }

  #put(input: ScheduleInput, createdMs: number): void {
    if (!this.#ports.model.scheduleGroups.includes(input.GroupName)) {
      throw new ServiceError('ResourceNotFoundException', `Schedule group ${input.GroupName} does not exist.`, 404);
    }
    if (!this.#ports.iam.trusts(input.Target.RoleArn, SCHEDULER)) {
      throw validationError('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
    }
    timingOf(input);
    const schedule = { ...input, createdMs };
    this.#keep(schedule);
    this.#arm(schedule);
  }

  #keep(schedule: Schedule): void {
    this.#changes += 1;
    this.#schedules.set(keyOf(schedule), schedule);
    if (!this.#ports.resumes) return;
    this.#ports.store.run(
      'INSERT INTO schedule (name, definition) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition',
      keyOf(schedule),
      JSON.stringify(schedule),
    );
  }

  #drop(key: string): void {
    this.#changes += 1;
    this.#timers.get(key)?.();
    this.#timers.delete(key);
    this.#schedules.delete(key);
    if (this.#ports.resumes) this.#ports.store.run('DELETE FROM schedule WHERE name = ?', key);
  }

  #arm(schedule: Schedule): void {
    const key = keyOf(schedule);
    this.#timers.get(key)?.();
    this.#timers.delete(key);
    if (schedule.State === 'DISABLED') return;
    const { clock } = this.#ports;
    const dueMs = timingOf(schedule).next(clock.now(), schedule.createdMs);
    this.#timers.set(
      key,
      clock.setTimer(dueMs + this.#lateMs(key, dueMs), () => this.#fire(schedule)),
    );
  }

  /** Whole seconds, always the same for one seed, schedule and instant; none on the real clock. */
  #lateMs(key: string, dueMs: number): number {
    if (this.#ports.clock.kind === 'real') return 0;
    const digest = hash('sha256', `${this.#ports.seed}/${key}/${dueMs}`, 'buffer');
    return Math.floor((digest.readUInt32BE(0) / 2 ** 32) * (LATEST_MS / 1000 + 1)) * 1000;
  }

  #fire(schedule: Schedule): void {
    const key = keyOf(schedule);
    this.#timers.delete(key);
    const { once } = timingOf(schedule);
    if (once || !this.#ports.restWhenIdle || !this.#idle.mayRest(key)) {
      // Of those that rested meanwhile another would have come: when this one does not, the next may not rest.
      if (this.#occur(schedule) && !once) this.#idle.delivered(key);
    }
    if (!once) this.#arm(schedule);
    else if (schedule.ActionAfterCompletion === 'DELETE') this.#drop(key);
  }

  /** One occurrence: delivered once, or as a planned fault twice, late or never; then it answers false. */
  #occur(schedule: Schedule): boolean {
    const { clock, faults } = this.#ports;
    const { twice, late, never } = faults.plan.schedules;
    if (faults.hits('schedules/never', never)) return false;
    if (faults.hits('schedules/late', late)) {
      const afterMs = Math.ceil(faults.between('schedules/lateness', 60_000, FAULTY_LATEST_MS));
      clock.setTimer(clock.now() + afterMs, () => this.#deliver(schedule));
      return true;
    }
    this.#deliver(schedule);
    if (faults.hits('schedules/twice', twice)) this.#deliver(schedule);
    return true;
  }

  #deliver({ Name, GroupName, Target }: Schedule): void {
    const { iam, lambda, meter } = this.#ports;
    const principal = { kind: 'role', roleArn: Target.RoleArn, session: `${GroupName}.${Name}` } as const;
    const event: unknown = Target.Input === undefined ? {} : JSON.parse(Target.Input);
    try {
      iam.authorize(principal, 'lambda:InvokeFunction', Target.Arn);
      meter.count(lambda.find(Target.Arn).logicalId, 'schedules');
      lambda.invokeLater(Target.Arn, event);
    } catch (error) {
      lambda.deadLetter(`schedule:${GroupName}/${Name}`, event, error instanceof Error ? error.message : error);
    }
  }
}

const keyOf = ({ GroupName, Name }: { readonly GroupName: string; readonly Name: string }): string =>
  `${GroupName}/${Name}`;

function timingOf({ ScheduleExpression }: ScheduleInput): Timing {
  try {
    return parseTiming(ScheduleExpression);
  } catch (error) {
    throw validationError(error instanceof Error ? error.message : String(error));
  }
}
