import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { pastDate } from './evidence.ts';

/** As long as the register of change controls takes it: each becomes a field of its entry. */
const words = (most: number) => z.string().trim().min(1).max(most);

export const assessment = lazily(() =>
  z.strictObject({
    impactRegulatory: words(300),
    impactValidation: words(300),
    impactData: words(300),
    impactTraining: words(300),
    impactPatients: words(300),
  }),
);
export const changeBecause = lazily(() => z.strictObject({ changeBecause: words(120) }));
export const nothingMore = lazily(() => z.strictObject({}));
export const implemented = lazily(() => z.strictObject({ implementedOn: pastDate }));
export const effect = lazily(() => z.strictObject({ changeEffectiveness: words(280) }));
