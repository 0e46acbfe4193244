import type { coverage as english } from '../en/coverage.ts';

/** Who has to be on site when a product is thawed. */
export const coverage: typeof english = {
  places: {
    thaw: 'Descongelación',
    'thaw-check': 'Comprobación de la descongelación',
    bedside: 'Comprobaciones a pie de cama',
    'crs-icans': 'Médico formado en CRS e ICANS',
  },
  place: (place, have, need) => `${place} ${have} de ${need}`,
  shift: (shifts, at) =>
    shifts === '' ? `Según el cuadrante no hay nadie presente el ${at}:` : `Turno ${shifts}, ${at}:`,
  lead: (lead) => `${lead} lleva el cuadrante.`,
  noRota: 'No hay ningún cuadrante de turnos escrito.',
  from: (have, day) => `desde el ${day}, ${have}`,
  because: (people) => `ya no vale ninguna evaluación de ${people}`,
};
