import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** Stack outputs under exactly these names, for people and for tests against a deployment. */
export function outputs(stack: Stack, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) new CfnOutput(stack, name, { value }).overrideLogicalId(name);
}
