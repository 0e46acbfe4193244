import { expect, test } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { embeddedConfig } from '../../lib/embedded-config.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';

test('the site of the scenarios is the same deployed and embedded, or their plans would differ by a holiday', () => {
  const deployed = cdkJson.context.atmp.sites.find(({ id }) => id === EXAMPLE_SITE);
  expect(deployed).toBeDefined();
  expect(deployed).toEqual(embeddedConfig().sites.find(({ id }) => id === EXAMPLE_SITE));
});
