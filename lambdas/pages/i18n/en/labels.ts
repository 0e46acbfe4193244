import { deviations, notNeeded, reports } from './deviations.ts';
import { facts, factWords } from './facts.ts';
import { fields } from './fields.ts';
import { hints } from './hints.ts';
import { items, options, units } from './options.ts';

export const labels = { fields, hints, options, units, items, facts, factWords, deviations, reports, notNeeded };
