import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compilePattern } from '../../../local/aws/event-pattern.ts';
import { Iam } from '../../../local/aws/iam.ts';
import { parseTiming } from '../../../local/aws/schedule-expression.ts';
import { routeFinder } from '../../../local/http/routes.ts';
import { readModel } from '../../../local/template/read-model.ts';
import { synthTemplates } from '../../../local/template/synth.ts';

test("everything in the application's own templates is understood", async () => {
  const model = readModel(await synthTemplates());
  expect(model.functions.map(({ entry }) => entry)).toContain('lambdas/handlers/dispatch.ts');
  for (const { entry } of model.functions) expect(existsSync(entry), entry).toBe(true);
  expect(() => new Iam(model)).not.toThrow();
  for (const { pattern, logicalId } of model.rules) if (pattern !== undefined) compilePattern(pattern, logicalId);
  for (const { expression } of model.schedules) parseTiming(expression);
  const find = routeFinder(model.apis);
  expect(find('POST', '/ehr/fhir')?.route.path).toBe('/ehr/fhir');
  expect(find('GET', '/sign-offs/abc')?.parameters).toEqual({ token: 'abc' });
});

test('the templates are made once for one state of the sources', async () => {
  const [first, second] = [await synthTemplates(), await synthTemplates()];
  expect(second).toEqual(first);
});
