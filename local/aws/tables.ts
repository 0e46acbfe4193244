import type { TableModel } from '../template/model.ts';
import type { DynamoService } from './dynamodb.ts';
import { ServiceError } from './service-error.ts';

const TARGET = 'DynamoDB_20120810.';

/** Creates the tables that are not there yet. A table that is there is left as it is. */
export async function makeTables(dynamo: DynamoService, tables: readonly TableModel[]): Promise<void> {
  for (const { create, name, timeToLiveAttribute } of tables) {
    try {
      await dynamo.call(`${TARGET}CreateTable`, create);
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'ResourceInUseException') continue;
      throw error;
    }
    if (timeToLiveAttribute !== undefined) {
      await dynamo.call(`${TARGET}UpdateTimeToLive`, {
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: timeToLiveAttribute },
      });
    }
  }
}
