import { backends } from '../support/dynamodb.ts';
import { journeyStoreContract } from './journey-store.contract.ts';

for (const backend of backends) journeyStoreContract(backend);
