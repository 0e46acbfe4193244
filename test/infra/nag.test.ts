import { describe, expect, test } from 'vitest';
import { acknowledge, acknowledgements, find } from '../../lib/nag-acknowledgements.ts';
import { nagPacks } from '../../lib/nag-packs.ts';
import { deployment, synthesise } from './synthesised.ts';

const findings = (app: Parameters<typeof nagPacks>[0]): readonly string[] =>
  nagPacks(app).flatMap((pack) => pack.validateScope(app).violations.map(({ ruleName }) => ruleName));

describe.each([
  ['without account and region', {}],
  ['with account and region', { account: '111122223333', region: 'eu-central-1' }],
  ['with reserved concurrency', { publicConcurrency: 20 }],
  ['with OpenID Connect', { oidc: { issuer: 'https://login.hospital.example', clientId: 'atmp' } }],
])('%s', (_, environment) => {
  const { app, config } = synthesise(deployment(environment));
  const before = new Set(findings(app));

  test('every acknowledgement answers a finding on a construct that exists', () => {
    for (const { rule, on } of acknowledgements(config)) {
      expect([...before], rule).toContain(rule);
      for (const path of on) expect(find(app, `${config.prefix}-${path}`), path).toBeDefined();
    }
  });

  test('nothing is left after the acknowledgements', () => {
    acknowledge(app, config);
    expect(findings(app)).toEqual([]);
  });
});
