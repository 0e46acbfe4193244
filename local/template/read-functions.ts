import { Fields } from './fields.ts';
import type { FunctionModel, PermissionModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';

/** The key of a function's Metadata that holds its handler file. */
export const ENTRY = 'atmp:entry';

/** Lambda's own default, in seconds. */
const DEFAULT_TIMEOUT = 3;
/** Lambda's own default for asynchronous invocations. */
const DEFAULT_ASYNC_RETRIES = 2;

export function readFunctions(resolver: Resolver): FunctionModel[] {
  const retries = asyncRetries(resolver);
  return resolver.set.ofType('AWS::Lambda::Function').map((resource) => {
    const entry = resource.metadata[ENTRY];
    if (typeof entry !== 'string') {
      throw new TemplateError(
        `${resource.stack}/${resource.logicalId}: the function has no handler file; expected Metadata '${ENTRY}', ` +
          'e.g. lambdas/handlers/dispatch.ts: build functions with the function construct',
      );
    }
    const fields = Fields.of(resource, resolver.properties(resource));
    const { name } = resolver.physical(resource);
    return {
      logicalId: resource.logicalId,
      name,
      arn: resolver.physical(resource).attribute('Arn') ?? '',
      roleArn: fields.text('Role'),
      entry,
      environment: { ...(fields.inside('Environment').inside('Variables').raw as Record<string, string>) },
      timeoutSeconds: fields.number('Timeout', DEFAULT_TIMEOUT),
      asyncRetries: retries.get(name) ?? DEFAULT_ASYNC_RETRIES,
    };
  });
}

function asyncRetries(resolver: Resolver): Map<string, number> {
  const retries = new Map<string, number>();
  for (const resource of resolver.set.ofType('AWS::Lambda::EventInvokeConfig')) {
    const fields = Fields.of(resource, resolver.properties(resource));
    retries.set(fields.text('FunctionName'), fields.number('MaximumRetryAttempts', DEFAULT_ASYNC_RETRIES));
  }
  return retries;
}

/** Who else may invoke the functions: their resource policies. */
export function readPermissions(resolver: Resolver): PermissionModel[] {
  return resolver.set.ofType('AWS::Lambda::Permission').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'Action',
      'FunctionName',
      'Principal',
      'SourceArn',
      'SourceAccount',
    );
    const sourceArn = fields.optionalText('SourceArn');
    return {
      functionArn: fields.text('FunctionName'),
      principal: fields.text('Principal'),
      ...(sourceArn === undefined ? {} : { sourceArn }),
    };
  });
}
