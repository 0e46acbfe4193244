import * as z from 'zod';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';

const json = z.custom<Json>((value) => value !== undefined, 'expected a JSON value');
const seconds = z.int().min(1).max(limits.timeoutSeconds);
const expression = z.string().startsWith('{%').endsWith('%}');
const variableName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u, 'expected a variable name of at most 80 characters');
const assign = z.record(
  variableName.refine((name) => name !== 'states', '"states" is reserved'),
  json,
);
const errorNames = z.array(z.string().min(1)).min(1);

const common = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const onward = { Next: z.string().optional(), End: z.literal(true).optional() };
const results = { Output: json.optional(), Assign: assign.optional() };

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorNames,
  IntervalSeconds: seconds.default(1),
  BackoffRate: z.number().min(1).default(2),
  MaxAttempts: z.int().min(0).max(99_999_999).default(3),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});

const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorNames,
  Next: z.string(),
  ...results,
});

const rescue = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

/** The integrations this interpreter speaks; every other resource is refused by name. */
export const resources = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::states:startExecution.sync:2',
] as const;

/** One schema per state type: the fields the app uses, nothing else. */
export const stateSchemas = {
  Pass: z.strictObject({ Type: z.literal('Pass'), ...common, ...onward, ...results }),
  Choice: z.strictObject({
    Type: z.literal('Choice'),
    ...common,
    ...results,
    Choices: z
      .array(z.strictObject({ Comment: z.string().optional(), Condition: expression, Next: z.string(), ...results }))
      .min(1),
    Default: z.string().optional(),
  }),
  Task: z.strictObject({
    Type: z.literal('Task'),
    ...common,
    ...onward,
    ...results,
    ...rescue,
    Resource: z.enum(resources),
    Arguments: json,
    TimeoutSeconds: z.union([seconds, expression]).optional(),
  }),
  Parallel: z.strictObject({
    Type: z.literal('Parallel'),
    ...common,
    ...onward,
    ...results,
    ...rescue,
    Arguments: json.optional(),
    Branches: z.array(z.unknown()).min(1),
  }),
  Succeed: z.strictObject({ Type: z.literal('Succeed'), ...common, Output: json.optional() }),
  Fail: z.strictObject({
    Type: z.literal('Fail'),
    ...common,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
};

export const flowSchema = z.strictObject({
  Comment: z.string().optional(),
  StartAt: z.string(),
  States: z.record(z.string(), z.unknown()),
});

export const machineSchema = flowSchema.extend({
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: seconds.optional(),
});

export type PassState = z.infer<typeof stateSchemas.Pass>;
export type ChoiceState = z.infer<typeof stateSchemas.Choice>;
export type TaskState = z.infer<typeof stateSchemas.Task>;
export type ParallelState = Omit<z.infer<typeof stateSchemas.Parallel>, 'Branches'> & { Branches: Flow[] };
export type SucceedState = z.infer<typeof stateSchemas.Succeed>;
export type FailState = z.infer<typeof stateSchemas.Fail>;
export type State = PassState | ChoiceState | TaskState | ParallelState | SucceedState | FailState;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type Resource = (typeof resources)[number];

/** States with one start: a machine, or a branch of a Parallel. */
export interface Flow {
  StartAt: string;
  States: Record<string, State>;
}
