/** What the embedded stack runs, read out of the templates: names and ARNs are those a deployment would have. */
export interface Model {
  readonly region: string;
  readonly account: string;
  readonly functions: readonly FunctionModel[];
  readonly tables: readonly TableModel[];
  readonly machines: readonly MachineModel[];
  readonly streamMappings: readonly StreamMappingModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly scheduleGroups: readonly string[];
  readonly buses: readonly { readonly name: string; readonly arn: string }[];
  readonly rules: readonly RuleModel[];
  readonly apis: readonly ApiModel[];
  readonly roles: readonly RoleModel[];
  readonly permissions: readonly PermissionModel[];
  readonly secrets: readonly SecretModel[];
  /** Keys that make MACs. */
  readonly macKeys: readonly MacKeyModel[];
  readonly buckets: readonly BucketModel[];
  /** Addresses and domains mail may come from; empty when the templates manage none. */
  readonly mailIdentities: readonly string[];
  /** Configuration sets whose bounces go to the default bus. */
  readonly bounceReports: readonly string[];
}

export interface BucketModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** What is put there is told to the default bus. */
  readonly tellsBus: boolean;
}

export interface FunctionModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** The handler file, relative to the repository, e.g. `lambdas/handlers/dispatch.ts`. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** How often a failed asynchronous invocation is repeated. */
  readonly asyncRetries: number;
}

export interface TableModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
  readonly hasStream: boolean;
  /** Input of CreateTable. */
  readonly create: Readonly<Record<string, unknown>>;
  readonly timeToLiveAttribute?: string;
  readonly keyArn?: string;
}

export interface MachineModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly definition: unknown;
  readonly revisionId: string;
}

export interface StreamMappingModel {
  readonly logicalId: string;
  readonly functionArn: string;
  readonly streamArn: string;
  readonly batchSize: number;
  /** Event patterns; a record is delivered if one matches, or if there is none. */
  readonly filters: readonly unknown[];
  /** -1: without limit. */
  readonly maximumRetryAttempts: number;
  /** A record older than this is given up; at most the day that a stream keeps it. */
  readonly maximumRecordAgeSeconds: number;
  readonly bisect: boolean;
  readonly reportBatchItemFailures: boolean;
  readonly failureBucketArn?: string;
}

export interface TargetModel {
  readonly arn: string;
  readonly roleArn?: string;
  readonly input?: string;
  readonly inputPath?: string;
  readonly inputTransformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
  readonly maximumRetryAttempts: number;
}

export interface ScheduleModel {
  readonly logicalId: string;
  readonly name: string;
  readonly group: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly target: TargetModel;
  readonly enabled: boolean;
}

export interface RuleModel {
  readonly logicalId: string;
  readonly arn: string;
  readonly busName: string;
  readonly pattern?: unknown;
  readonly scheduleExpression?: string;
  readonly targets: readonly TargetModel[];
  readonly enabled: boolean;
}

export interface RouteModel {
  readonly method: string;
  /** API Gateway's form, e.g. `/sign-offs/{token}`. */
  readonly path: string;
  readonly functionArn: string;
  readonly authorization: string;
}

export interface ApiModel {
  readonly logicalId: string;
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly RouteModel[];
}

export interface StatementModel {
  /** `<policy or role>#<position>` or with its Sid: how reports name it. */
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface RoleModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly trustedServices: readonly string[];
  readonly statements: readonly StatementModel[];
}

export interface PermissionModel {
  readonly functionArn: string;
  readonly principal: string;
  readonly sourceArn?: string;
}

export interface SecretModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly generate?: Readonly<Record<string, unknown>>;
  readonly value?: string;
  readonly keyArn?: string;
}

export interface MacKeyModel {
  readonly logicalId: string;
  /** The id, which is the last part of the ARN. */
  readonly id: string;
  readonly arn: string;
}
