import { expect, test } from 'vitest';
import { ALARM_SERVER_BYTES, CONFIGURED_BYTES, TELLING_BYTES } from '../../lib/config.ts';
import { deployment, synthesise } from './synthesised.ts';

/** The longest prefix and address that are allowed: every name that is made of them is as long as it gets. */
const { journeys } = synthesise(deployment({ prefix: `A${'b'.repeat(20)}` }));
const resources = journeys.toJSON().Resources;

const OF_ALARMS = 'ALARM_SERVER'.length + ALARM_SERVER_BYTES;

/** As long as what CloudFormation makes of the reference in the region with the longest name. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, ...other } = value as {
    Ref?: string;
    'Fn::Join'?: [string, unknown[]];
    'Fn::GetAtt'?: [string, string];
  };
  if (other['Fn::Join'] !== undefined) return other['Fn::Join'][1].map(written).join(other['Fn::Join'][0]);
  if (Ref === 'AWS::Region') return 'ap-southeast-1';
  if (Ref === 'AWS::AccountId') return '111122223333';
  if (Ref === 'AWS::Partition') return 'aws';
  const id = Ref ?? other['Fn::GetAtt']?.[0] ?? '';
  if (resources[id]?.Type === 'AWS::StepFunctions::StateMachine' && other['Fn::GetAtt']?.[1] === 'Name')
    return `${id}-${'x'.repeat(12)}`;
  if (resources[id]?.Type === 'AWS::StepFunctions::StateMachine')
    return `arn:aws:states:ap-southeast-1:111122223333:stateMachine:${id}-${'x'.repeat(12)}`;
  return `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${id}${'x'.repeat(40)}`;
}

const isReference = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['Ref', 'Fn::Join', 'Fn::GetAtt', 'Fn::ImportValue'].some((key) => key in value);
const bytesOf = (value: unknown): number =>
  Buffer.byteLength(JSON.stringify(value, (_, part) => (isReference(part) ? written(part) : part)));
const found = (type: string) => Object.entries(journeys.findResources(type));

test('the environment of each function fits into 4 KB beside what the configuration may put there', () => {
  const given = ['SITES', 'EHR_SENDERS', 'PATIENT_IDENTIFIERS', 'MIRRORS', 'TELLING'];
  for (const [id, { Properties }] of found('AWS::Lambda::Function')) {
    const variables = Object.entries(Properties.Environment.Variables);
    const fixed = variables
      .filter(([name]) => !given.includes(name))
      .reduce((sum, [name, value]) => sum + name.length + written(value).length, given.join('').length);
    const asked = variables.filter(([name]) => given.includes(name)).map(([name]) => name);
    const configured =
      asked.length === 0 ? 0 : asked.join() === 'TELLING' ? TELLING_BYTES + OF_ALARMS : CONFIGURED_BYTES;
    expect(fixed + configured, id).toBeLessThan(4096);
  }
});

test('the rule of lost runs names every machine within the 2 048 bytes of a pattern', () => {
  for (const [id, { Properties }] of found('AWS::Events::Rule'))
    expect(bytesOf(Properties.EventPattern), id).toBeLessThan(2048);
});

test('the policies of each role fit into the 10 240 bytes of a role', () => {
  const byRole = Map.groupBy(found('AWS::IAM::Policy'), ([, { Properties }]) => Properties.Roles[0].Ref);
  for (const [role, policies] of byRole)
    expect(
      policies.reduce((sum, [, { Properties }]) => sum + bytesOf(Properties.PolicyDocument), 0),
      role,
    ).toBeLessThan(10_240);
});
