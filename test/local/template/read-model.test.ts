import { describe, expect, test } from 'vitest';
import { readModel } from '../../../local/template/read-model.ts';
import { fixtureTemplates } from '../fixture/templates.ts';

const changed = (
  change: (
    resources: Record<string, { Type: string; Properties: Record<string, unknown>; Metadata?: unknown }>,
  ) => void,
) => {
  const [records, app] = JSON.parse(JSON.stringify(fixtureTemplates));
  change(app.template.Resources);
  return [records, app];
};

test('reads functions, machines, mappings and routes with the names a deployment would have', () => {
  const model = readModel(fixtureTemplates);
  expect(model.functions.find(({ logicalId }) => logicalId === 'Web')).toMatchObject({
    name: 'App-Web',
    entry: 'test/local/fixture/web.ts',
    timeoutSeconds: 10,
    environment: {
      TABLE: 'Records-Notes',
      MACHINE: 'arn:aws:states:eu-central-1:123456789012:stateMachine:App-Machine',
    },
  });
  expect(model.machines[0]?.definition).toMatchObject({ QueryLanguage: 'JSONata', StartAt: 'Wait for an answer' });
  expect(model.streamMappings[0]).toMatchObject({
    batchSize: 10,
    bisect: true,
    maximumRetryAttempts: 2,
    maximumRecordAgeSeconds: 86_400,
  });
  expect(model.apis[0]?.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /notes/{id}',
    'POST /notes/{id}',
  ]);
});

describe('refuses by name', () => {
  test('a function without its handler file', () => {
    expect(() => readModel(changed((resources) => delete resources.Web?.Metadata))).toThrow(
      /App\/Web: the function has no handler file/,
    );
  });
  test('a property of a stream mapping that it would pass over', () => {
    const templates = changed(({ Mapping }) =>
      Object.assign(Mapping?.Properties ?? {}, { TumblingWindowInSeconds: 3 }),
    );
    expect(() => readModel(templates)).toThrow(/TumblingWindowInSeconds/);
  });
  test('a method that is no Lambda proxy', () => {
    const templates = changed(({ GetNote }) =>
      Object.assign(GetNote?.Properties ?? {}, { Integration: { Type: 'MOCK' } }),
    );
    expect(() => readModel(templates)).toThrow(/AWS_PROXY.*got MOCK/);
  });
  test('a statement by NotAction', () => {
    const templates = changed(({ WebPolicy }) =>
      Object.assign(WebPolicy?.Properties ?? {}, {
        PolicyDocument: { Statement: [{ Effect: 'Allow', NotAction: 'x', Resource: '*' }] },
      }),
    );
    expect(() => readModel(templates)).toThrow(/NotAction/);
  });
});
