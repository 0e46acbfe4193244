import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Fixes the logical id of what a construct deploys. CloudFormation deletes and recreates a resource whose logical id
 * changes, which for a table, key or machine would end patients' journeys; a pinned one can be moved in the code.
 *
 * @throws Error when the construct has no single resource of its own.
 */
export function pin<T extends IConstruct>(construct: T, logicalId: string): T {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof CfnResource))
    throw new Error(`Cannot pin "${logicalId}": ${construct.node.path} has no resource of its own`);
  resource.overrideLogicalId(logicalId);
  return construct;
}
