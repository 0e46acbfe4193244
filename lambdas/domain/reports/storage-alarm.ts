import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { explanation, pastDateTime, reference, temperature } from '../steps/evidence.ts';
import type { ReportDefinition } from './report.ts';

/** E16: what is in the vessel waits for its maker, and quality assurance is asked, whatever the readings turn out to mean. */
export const storageAlarm: ReportDefinition = {
  report: 'storage-alarm',
  roles: ['cell-lab', 'pharmacist', 'nurse', 'qa'],
  meaning:
    'I report an alarm of the storage device named here. Containers that are in it, of this course and of every other of this site, wait for the disposition of their maker.',
  values: lazily(() =>
    z.strictObject({
      storageDevice: reference,
      alarmFrom: pastDateTime,
      alarmUntil: pastDateTime.optional(),
      lowestTemperature: temperature.optional(),
      highestTemperature: temperature.optional(),
      explanation,
    }),
  ),
  leadsTo: { phase: 'Excursion', each: 'report' },
  deviation: 'major',
};
