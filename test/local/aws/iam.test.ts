import { describe, expect, test } from 'vitest';
import { Iam, type Principal } from '../../../local/aws/iam.ts';
import type { Model, StatementModel } from '../../../local/template/model.ts';
import { readModel } from '../../../local/template/read-model.ts';
import { fixtureTemplates } from '../fixture/templates.ts';

const base = readModel(fixtureTemplates);
const statement = (more: Partial<StatementModel>): StatementModel => ({
  label: 'Policy#0',
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: ['arn:table'],
  condition: {},
  ...more,
});
const iamWith = (...statements: StatementModel[]): Iam => {
  const roles: Model['roles'] = base.roles.map((role) =>
    role.logicalId === 'WebRole' ? { ...role, statements } : role,
  );
  return new Iam({ ...base, roles });
};
const web = (iam: Iam): Principal => iam.principal('Web');
const tries =
  (iam: Iam, action: string, resource: string, facts = {}) =>
  () =>
    iam.authorize(web(iam), action, resource, facts);

describe('a role', () => {
  test('may do what a statement allows, and nothing else', () => {
    const iam = iamWith(statement({ actions: ['dynamodb:Get*'], resources: ['arn:table/*'] }));
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table/a')).not.toThrow();
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table')).toThrow(
      /is not authorized to perform: dynamodb:GetItem on resource: arn:table because no identity-based policy/,
    );
    expect(tries(iam, 'dynamodb:PutItem', 'arn:table/a')).toThrow(/AccessDenied|not authorized/);
  });

  test('may not do what another statement denies', () => {
    const iam = iamWith(statement({}), statement({ effect: 'Deny', label: 'Policy#1' }));
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table')).toThrow(/explicit deny/);
  });

  test('is held to conditions each time, not to the first answer', () => {
    const iam = iamWith(statement({ condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['J#*'] } } }));
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table', { 'dynamodb:LeadingKeys': ['J#1'] })).not.toThrow();
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table', { 'dynamodb:LeadingKeys': ['J#1', 'P#1'] })).toThrow();
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table', { 'dynamodb:LeadingKeys': ['J#2'] })).not.toThrow();
  });

  test('with StringEquals needs the fact to be there', () => {
    const iam = iamWith(statement({ condition: { StringEquals: { 'kms:ViaService': 'dynamodb' } } }));
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table')).toThrow();
    expect(tries(iam, 'dynamodb:GetItem', 'arn:table', { 'kms:ViaService': ['dynamodb'] })).not.toThrow();
  });
});

test('unknown operators and keys of conditions are refused by name', () => {
  expect(() => iamWith(statement({ condition: { NumericLessThan: { 'ses:Recipients': '3' } } }))).toThrow(
    /NumericLessThan is not known/,
  );
  expect(() => iamWith(statement({ condition: { StringEquals: { 'aws:PrincipalTag/x': '3' } } }))).toThrow(
    /aws:PrincipalTag/,
  );
});

test('an unknown access key is nobody, the operator may do everything', () => {
  const iam = iamWith();
  expect(() => iam.principal('Somebody')).toThrow(/security token/);
  expect(() => iam.authorize(iam.principal('operator'), 'any:Thing', '*')).not.toThrow();
});
