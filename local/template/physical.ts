import { TemplateError } from './template-error.ts';
import type { Place, Resource } from './template-set.ts';

interface Kind {
  /** The property that names the resource; without it the name is made of stack and logical id. */
  readonly nameProperty?: string;
  readonly arn?: (place: Place, name: string) => string;
  /** What `Ref` gives; the name unless told. */
  readonly ref?: 'arn';
  /** `Fn::GetAtt` attributes beside `Arn`. */
  readonly attributes?: Readonly<Record<string, (place: Place, name: string) => string>>;
}

const regional =
  (service: string, before: string) =>
  ({ region, account }: Place, name: string): string =>
    `arn:aws:${service}:${region}:${account}:${before}${name}`;
const nameOf = (_: Place, name: string): string => name;
const table: Kind = {
  nameProperty: 'TableName',
  arn: regional('dynamodb', 'table/'),
  attributes: { StreamArn: (place, name) => `${regional('dynamodb', 'table/')(place, name)}/stream/embedded` },
};

/** What CloudFormation gives for `Ref` and `Fn::GetAtt`, for the types whose values the embedded stack meets. */
const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::ApiGateway::Authorizer': {},
  'AWS::ApiGateway::Deployment': { attributes: { DeploymentId: nameOf } },
  'AWS::ApiGateway::Resource': { attributes: { ResourceId: nameOf } },
  'AWS::ApiGateway::RestApi': {
    attributes: { RestApiId: nameOf, RootResourceId: (_, name) => `${name}-root` },
  },
  'AWS::ApiGateway::Stage': { nameProperty: 'StageName' },
  'AWS::CloudWatch::Alarm': { nameProperty: 'AlarmName', arn: regional('cloudwatch', 'alarm:') },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    arn: regional('events', 'event-bus/'),
    attributes: { Name: nameOf },
  },
  'AWS::Events::Rule': { nameProperty: 'Name', arn: regional('events', 'rule/') },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    arn: ({ account }, name) => `arn:aws:iam::${account}:policy/${name}`,
    ref: 'arn',
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    arn: ({ account }, name) => `arn:aws:iam::${account}:role/${name}`,
    attributes: { RoleId: nameOf },
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName' },
  'AWS::KMS::Key': { arn: regional('kms', 'key/'), attributes: { KeyId: nameOf } },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', arn: regional('lambda', 'function:') },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: (place, name) => `${regional('logs', 'log-group:')(place, name)}:*`,
  },
  'AWS::S3::Bucket': { nameProperty: 'BucketName', arn: (_, name) => `arn:aws:s3:::${name}` },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', arn: regional('ses', 'configuration-set/') },
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity', arn: regional('ses', 'identity/') },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    arn: regional('sns', ''),
    ref: 'arn',
    attributes: { TopicName: nameOf, TopicArn: regional('sns', '') },
  },
  'AWS::SQS::Queue': { nameProperty: 'QueueName', arn: regional('sqs', ''), attributes: { QueueName: nameOf } },
  'AWS::Scheduler::Schedule': { nameProperty: 'Name', arn: regional('scheduler', 'schedule/') },
  'AWS::Scheduler::ScheduleGroup': { nameProperty: 'Name', arn: regional('scheduler', 'schedule-group/') },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    arn: (place, name) => `${regional('secretsmanager', 'secret:')(place, name)}-EmbEdd`,
    ref: 'arn',
    attributes: { Id: (place, name) => `${regional('secretsmanager', 'secret:')(place, name)}-EmbEdd` },
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    arn: regional('states', 'stateMachine:'),
    ref: 'arn',
    attributes: { Name: nameOf, StateMachineRevisionId: () => 'embedded' },
  },
  'AWS::WAFv2::WebACL': {
    nameProperty: 'Name',
    arn: regional('wafv2', 'regional/webacl/'),
    attributes: { Id: nameOf },
  },
};

export interface Physical {
  readonly name: string;
  readonly ref: string;
  /** The value of an attribute, or undefined when the type has none of that name. */
  attribute(name: string): string | undefined;
}

/** The names a resource would have on AWS. `named` is its name property, resolved. */
export function physical(resource: Resource, place: Place, named: (property: string) => unknown): Physical {
  const kind = KINDS[resource.type];
  if (kind === undefined) {
    throw new TemplateError(
      `${resource.stack}/${resource.logicalId}: a value of type ${resource.type} is used by something the embedded stack runs; ` +
        'expected one of the types in local/template/physical.ts: add it there with what Ref and Fn::GetAtt give',
    );
  }
  const given = kind.nameProperty === undefined ? undefined : named(kind.nameProperty);
  const name = typeof given === 'string' ? given : `${resource.stack}-${resource.logicalId}`;
  const arn = kind.arn?.(place, name);
  return {
    name,
    ref: kind.ref === 'arn' && arn !== undefined ? arn : name,
    attribute: (attribute) => (attribute === 'Arn' ? arn : kind.attributes?.[attribute]?.(place, name)),
  };
}
