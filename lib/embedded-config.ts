import type { SitePolicy } from '../lambdas/domain/journey/site-policy.ts';
import { type Config, parseConfig } from './config.ts';

/** Office hours, the public holidays of the first years that an example journey lives in, and how old a mirror may be. */
const policy: SitePolicy = {
  jurisdiction: 'EU',
  goBasis: 'accepted-on-site',
  thawGoMinutes: 60,
  conditioningGoHours: 48,
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: ['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-12-24'],
  acknowledgeMinutes: 60,
  registers: { mirrorAge: { eqms: 'P7D' } },
};

const defaults = {
  stage: 'embedded',
  use: 'demo',
  publicUrl: 'http://localhost:8787',
  mailFrom: 'journeys@hospital.example',
  alarmMail: 'operations@hospital.example',
  sites: [
    { id: 'university-hospital', zone: 'Europe/Berlin', language: 'en', name: 'University Hospital', policy },
    { id: 'eye-clinic', zone: 'Europe/Berlin', language: 'de', name: 'Augenklinik', policy },
  ],
  patientIdentifiers: [{ system: 'urn:oid:1.2.3.4.6', name: 'Hospital record (MRN)' }],
  ehrSenders: [
    { id: 'ehr', policy: 'refuse' },
    { id: 'ehr-parking', policy: 'park' },
  ],
};

/**
 * The configuration of the stack that runs on a laptop: example sites, unknown messages refused.
 *
 * @param overrides settings to replace, e.g. `{ publicUrl: 'http://localhost:9000' }`
 */
export const embeddedConfig = (
  overrides: Readonly<Record<string, unknown>> = {},
  release: { readonly version: string; readonly commit: string } = { version: '0.1.0', commit: 'unreleased' },
): Config => parseConfig({ ...defaults, ...overrides }, release);
