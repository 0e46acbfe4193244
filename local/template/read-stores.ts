import { Fields } from './fields.ts';
import type { MacKeyModel, Model, SecretModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';

export function readSecrets(resolver: Resolver): SecretModel[] {
  return resolver.set.ofType('AWS::SecretsManager::Secret').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'Description',
      'GenerateSecretString',
      'KmsKeyId',
      'Name',
      'SecretString',
      'Tags',
    );
    const { name, ref } = resolver.physical(resource);
    const value = fields.optionalText('SecretString');
    const keyArn = fields.optionalText('KmsKeyId');
    return {
      logicalId: resource.logicalId,
      name,
      arn: ref,
      ...(fields.has('GenerateSecretString') ? { generate: fields.inside('GenerateSecretString').raw } : {}),
      ...(value === undefined ? {} : { value }),
      ...(keyArn === undefined ? {} : { keyArn }),
    };
  });
}

/** Keys under which others encrypt are only names here; of those that make MACs the material is needed. */
export function readMacKeys(resolver: Resolver): MacKeyModel[] {
  return resolver.set.ofType('AWS::KMS::Key').flatMap((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource));
    const spec = fields.optionalText('KeySpec') ?? 'SYMMETRIC_DEFAULT';
    if (!spec.startsWith('HMAC_')) return [];
    const usage = fields.optionalText('KeyUsage');
    if (spec !== 'HMAC_256' || usage !== 'GENERATE_VERIFY_MAC') {
      throw new TemplateError(
        `${resource.stack}/${resource.logicalId}: got a key of ${spec} for ${usage}, expected HMAC_256 for GENERATE_VERIFY_MAC`,
      );
    }
    const { name, attribute } = resolver.physical(resource);
    return [{ logicalId: resource.logicalId, id: name, arn: attribute('Arn') ?? '' }];
  });
}

export function readBuckets(resolver: Resolver): Model['buckets'] {
  return resolver.set.ofType('AWS::S3::Bucket').map((resource) => {
    const { name, attribute } = resolver.physical(resource);
    const fields = Fields.of(resource, resolver.properties(resource));
    return {
      logicalId: resource.logicalId,
      name,
      arn: attribute('Arn') ?? '',
      tellsBus: fields.has('NotificationConfiguration') && tellsBus(fields.inside('NotificationConfiguration')),
    };
  });
}

/** The one way of a bucket to tell of what is put there that is known here. */
const tellsBus = (notification: Fields): boolean =>
  notification.only('EventBridgeConfiguration').inside('EventBridgeConfiguration').flag('EventBridgeEnabled');

export function readMailIdentities(resolver: Resolver): string[] {
  return resolver.set.ofType('AWS::SES::EmailIdentity').map((resource) => resolver.physical(resource).name);
}

export function readBounceReports(resolver: Resolver): string[] {
  return resolver.set.ofType('AWS::SES::ConfigurationSetEventDestination').flatMap((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only('ConfigurationSetName', 'EventDestination');
    const destination = fields
      .inside('EventDestination')
      .only('CloudWatchDestination', 'Enabled', 'EventBridgeDestination', 'MatchingEventTypes', 'Name');
    const reports = destination.has('EventBridgeDestination') && destination.flag('Enabled');
    return reports && destination.list('MatchingEventTypes').includes('BOUNCE')
      ? [fields.text('ConfigurationSetName')]
      : [];
  });
}
