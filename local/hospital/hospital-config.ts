import { embeddedConfig } from '../../lib/embedded-config.ts';
import { HOSPITAL_SITE } from './hospital-files.ts';
import { hospitalProcedures } from './hospital-procedures.ts';

/** What of the configuration is the demo hospital's: its procedures, and that it asks who is on site on the day of treatment. */
export const hospitalConfig = () => ({
  procedures: hospitalProcedures(),
  sites: embeddedConfig().sites.map((site) =>
    site.id === HOSPITAL_SITE ? { ...site, policy: { ...site.policy, shiftCover: {} } } : site,
  ),
});
