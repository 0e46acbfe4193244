import { Fields } from './fields.ts';
import type { RoleModel, StatementModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';

const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** Roles with the statements of their own and of all attached policies; principals and NotAction forms are refused. */
export function readRoles(resolver: Resolver): RoleModel[] {
  const attached = new Map<string, StatementModel[]>();
  for (const resource of resolver.set.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    const fields = Fields.of(resource, resolver.properties(resource));
    const statements = readStatements(resource.logicalId, fields.inside('PolicyDocument'));
    for (const role of fields.list('Roles').map(String))
      attached.set(role, [...(attached.get(role) ?? []), ...statements]);
  }
  return resolver.set.ofType('AWS::IAM::Role').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource));
    const { name, attribute } = resolver.physical(resource);
    const inline = fields
      .items('Policies')
      .flatMap((policy) =>
        readStatements(`${resource.logicalId}/${policy.text('PolicyName')}`, policy.inside('PolicyDocument')),
      );
    return {
      logicalId: resource.logicalId,
      name,
      arn: attribute('Arn') ?? '',
      trustedServices: fields
        .inside('AssumeRolePolicyDocument')
        .items('Statement')
        .flatMap((statement) => many(statement.inside('Principal').raw.Service)),
      statements: [...inline, ...(attached.get(name) ?? [])],
    };
  });
}

function readStatements(owner: string, document: Fields): StatementModel[] {
  return document.items('Statement').map((statement, at) => {
    statement.only('Sid', 'Effect', 'Action', 'Resource', 'Condition');
    const effect = statement.text('Effect');
    if (effect !== 'Allow' && effect !== 'Deny')
      throw new TemplateError(`${owner}: Effect expected Allow or Deny, got ${effect}`);
    return {
      label: `${owner}#${statement.optionalText('Sid') ?? at}`,
      effect,
      actions: many(statement.raw.Action),
      resources: many(statement.raw.Resource),
      condition: statement.inside('Condition').raw as StatementModel['condition'],
    };
  });
}
