import type { Fields } from './fields.ts';
import type { TargetModel } from './model.ts';

/** EventBridge's own default for targets. */
const DEFAULT_RETRIES = 185;

/** A target of a rule or a schedule. */
export function readTarget(fields: Fields): TargetModel {
  fields.only('Arn', 'Id', 'RoleArn', 'Input', 'InputPath', 'InputTransformer', 'RetryPolicy', 'DeadLetterConfig');
  const roleArn = fields.optionalText('RoleArn');
  const input = fields.optionalText('Input');
  const inputPath = fields.optionalText('InputPath');
  const transformer = fields.inside('InputTransformer');
  return {
    arn: fields.text('Arn'),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(input === undefined ? {} : { input }),
    ...(inputPath === undefined ? {} : { inputPath }),
    ...(fields.has('InputTransformer')
      ? {
          inputTransformer: {
            paths: { ...(transformer.inside('InputPathsMap').raw as Record<string, string>) },
            template: transformer.text('InputTemplate'),
          },
        }
      : {}),
    maximumRetryAttempts: fields.inside('RetryPolicy').number('MaximumRetryAttempts', DEFAULT_RETRIES),
  };
}
