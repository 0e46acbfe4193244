import { type Config, parseConfig } from './config.ts';

const defaults = {
  stage: 'embedded',
  use: 'demo',
  publicUrl: 'http://localhost:8787',
  mailFrom: 'journeys@hospital.example',
  alarmMail: 'operations@hospital.example',
  sites: [
    { id: 'university-hospital', zone: 'Europe/Berlin', language: 'en', name: 'University Hospital' },
    { id: 'eye-clinic', zone: 'Europe/Berlin', language: 'de', name: 'Augenklinik' },
  ],
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
