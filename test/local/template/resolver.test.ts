import { describe, expect, test } from 'vitest';
import { Resolver } from '../../../local/template/resolver.ts';
import { TemplateSet } from '../../../local/template/template-set.ts';

const set = new TemplateSet([
  {
    stackName: 'Records',
    template: {
      Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'Notes' } } },
      Outputs: { Out: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'TableArn' } } },
    },
  },
  {
    stackName: 'App',
    template: { Resources: { Fn: { Type: 'AWS::Lambda::Function' }, Odd: { Type: 'AWS::Made::Up' } } },
  },
]);
/** A variable of Fn::Sub. */
const of = (name: string): string => `\${${name}}`;
const resolve = (value: unknown): unknown => new Resolver(set).resolve('App', value);
const tableArn = 'arn:aws:dynamodb:eu-central-1:123456789012:table/Notes';

describe('resolves', () => {
  test.each([
    ['Ref of a resource', { Ref: 'Fn' }, 'App-Fn'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Fn', 'Arn'] }, 'arn:aws:lambda:eu-central-1:123456789012:function:App-Fn'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Fn.Arn' }, 'arn:aws:lambda:eu-central-1:123456789012:function:App-Fn'],
    ['Join of nested values', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Partition' }]] }, 'a/aws'],
    ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [
      'Sub with a variable, a resource and an escape',
      { 'Fn::Sub': [`${of('V')}-${of('Fn')}-${of('!x')}`, { V: 'v' }] },
      `v-App-Fn-${of('x')}`,
    ],
    ['ImportValue', { 'Fn::ImportValue': 'TableArn' }, tableArn],
    [
      'objects and lists, without AWS::NoValue',
      { a: [{ Ref: 'AWS::NoValue' }, 1], b: { Ref: 'AWS::NoValue' } },
      { a: [1] },
    ],
  ])('%s', (_, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });
});

describe('refuses by name', () => {
  test.each([
    ['another function', { 'Fn::If': ['C', 1, 2] }, /Fn::If is not known/],
    ['a name that leads nowhere', { Ref: 'Nothing' }, /'Nothing' is neither a resource/],
    [
      'an attribute that is not known',
      { 'Fn::GetAtt': ['Fn', 'SnapStart'] },
      /Fn\.SnapStart is not known for AWS::Lambda::Function/,
    ],
    ['a resource type that is not known', { Ref: 'Odd' }, /AWS::Made::Up/],
    ['an import nobody exports', { 'Fn::ImportValue': 'Other' }, /no stack exports 'Other'/],
    ['a selection outside the list', { 'Fn::Select': [3, ['a']] }, /outside the list/],
    ['a list where text is joined', { 'Fn::Join': ['', [['a']]] }, /expected text/],
  ])('%s', (_, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });
});
