import { Fields } from './fields.ts';
import type { TableModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import type { Resource } from './template-set.ts';

/** Tables (`AWS::DynamoDB::Table` and the one replica of `AWS::DynamoDB::GlobalTable`) as CreateTable takes them. */
export function readTables(resolver: Resolver): TableModel[] {
  return resolver.set.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource));
    const { name, attribute } = resolver.physical(resource);
    const view = fields.inside('StreamSpecification').optionalText('StreamViewType');
    const timeToLive = fields.inside('TimeToLiveSpecification').optionalText('AttributeName');
    const keyArn = tableKey(resource, fields);
    const indexes = fields.items('GlobalSecondaryIndexes').map((index) => ({
      IndexName: index.text('IndexName'),
      KeySchema: index.list('KeySchema'),
      Projection: index.inside('Projection').raw,
    }));
    return {
      logicalId: resource.logicalId,
      name,
      arn: attribute('Arn') ?? '',
      streamArn: attribute('StreamArn') ?? '',
      hasStream: view !== undefined,
      create: {
        TableName: name,
        AttributeDefinitions: fields.list('AttributeDefinitions'),
        KeySchema: fields.list('KeySchema'),
        BillingMode: 'PAY_PER_REQUEST',
        ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
        ...(view === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: view } }),
      },
      ...(timeToLive === undefined ? {} : { timeToLiveAttribute: timeToLive }),
      ...(keyArn === undefined ? {} : { keyArn }),
    };
  });
}

function tableKey(resource: Resource, fields: Fields): string | undefined {
  if (resource.type === 'AWS::DynamoDB::Table') return fields.inside('SSESpecification').optionalText('KMSMasterKeyId');
  return fields.items('Replicas')[0]?.inside('SSESpecification').optionalText('KMSMasterKeyId');
}
