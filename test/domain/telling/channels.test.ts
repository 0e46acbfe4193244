import { expect, test } from 'vitest';
import { channelsFor } from '../../../lambdas/domain/telling/channels.ts';
import { siteTelling } from '../../../lambdas/domain/telling/site-telling.ts';

test('mail is always used, and first; what a site adds is for its tiers, and for what is critical unless it says more', () => {
  const { channels } = siteTelling().parse({
    channels: [
      { channel: 'alarm-server', tiers: ['lead', 'on-call'] },
      { channel: 'sms', tiers: ['on-call'], classes: ['due', 'critical'] },
      { channel: 'alarm-server', tiers: ['on-call'] },
    ],
  });
  expect(channelsFor(channels, 'on-call', 'critical')).toEqual(['mail', 'alarm-server', 'sms']);
  expect(channelsFor(channels, 'on-call', 'due')).toEqual(['mail', 'sms']);
  expect(channelsFor(channels, 'lead', 'critical')).toEqual(['mail', 'alarm-server']);
  expect(channelsFor(channels, 'holders', 'critical')).toEqual(['mail']);
  expect(channelsFor(undefined, 'on-call', 'critical')).toEqual(['mail']);
});
