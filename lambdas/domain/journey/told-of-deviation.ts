import type { Role } from '../vocabulary.ts';
import { LOST_AFTER_CONDITIONING } from './product-lost.ts';

/**
 * Who decides on a deviation at once, beside QA, which hears of every one. The maker is told by whoever keeps the contact:
 * a defect is complained of on the same day (clinical-pathway E19, 3.7).
 */
const DECIDERS: Readonly<Record<string, readonly Role[]>> = {
  'defect-after-thaw': ['physician', 'pharmacist', 'cell-lab', 'coordinator'],
  // The patient is without cells of their own: what follows is decided now (E14).
  'correction-stops-day-zero': ['physician', 'pharmacist', 'on-call'],
  [LOST_AFTER_CONDITIONING]: ['physician', 'pharmacist', 'nurse', 'coordinator'],
};

export const toldOfDeviation = (kind: string): readonly Role[] => ['qa', ...(DECIDERS[kind] ?? [])];
