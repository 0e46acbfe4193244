import type { coverage as english } from '../en/coverage.ts';

/** Who has to be on site when a product is thawed. */
export const coverage: typeof english = {
  places: {
    thaw: 'Auftauen',
    'thaw-check': 'Kontrolle des Auftauens',
    bedside: 'Kontrollen am Bett',
    'crs-icans': 'In CRS und ICANS geschulte ärztliche Person',
  },
  place: (place, have, need) => `${place} ${have} von ${need}`,
  shift: (shifts, at) =>
    shifts === '' ? `Nach dem Dienstplan ist am ${at} niemand vor Ort:` : `Schicht ${shifts}, ${at}:`,
  lead: (lead) => `Den Dienstplan führt ${lead}.`,
  noRota: 'Es ist kein Schichtplan geschrieben.',
  from: (have, day) => `ab ${day} ${have}`,
  because: (people) => `keine Einweisung gilt mehr von ${people}`,
};
