import { expect, it } from 'vitest';
import { proximityInForce, tocilizumabInForce } from '../../../lambdas/domain/protocol/in-force.ts';
import { proximityFor, tocilizumabFor } from '../../../lambdas/domain/protocol/jurisdiction-accessors.ts';
import { protocolOf, protocolWith } from './files.ts';

const breyanzi = protocolOf('breyanzi');

it('where the label of the site leaves out a part, the strictest of the others stands for that part alone', () => {
  expect(tocilizumabFor(breyanzi, 'GB')).toMatchObject({ dosesOnSite: 1, resupplyWithin: undefined });
  expect(tocilizumabInForce(breyanzi, 'GB')).toMatchObject({ dosesOnSite: 1, resupplyWithin: 'PT8H' });
  const far = protocolWith('kymriah', { 'monitoring.profiles.1.proximity.travelTime': undefined });
  const [jurisdiction] = far.monitoring.profiles[1]?.jurisdictions ?? [];
  if (jurisdiction === undefined) throw new Error('expected a second label');
  expect(proximityFor(far, jurisdiction)?.travelTime).toBeUndefined();
  expect(proximityInForce(far, jurisdiction)?.travelTime).toBe('PT2H');
});

it('where no label says a part, it stays unknown', () => {
  expect(tocilizumabInForce(protocolWith('breyanzi', { 'treatment.tocilizumab': undefined }), 'GB')).toBeUndefined();
});
