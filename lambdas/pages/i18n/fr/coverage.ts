import type { coverage as english } from '../en/coverage.ts';

/** Who has to be on site when a product is thawed. */
export const coverage: typeof english = {
  places: {
    thaw: 'Décongélation',
    'thaw-check': 'Contrôle de la décongélation',
    bedside: 'Contrôles au lit du patient',
    'crs-icans': 'Médecin formé au CRS et à l’ICANS',
  },
  place: (place, have, need) => `${place} : ${have} sur ${need}`,
  shift: (shifts, at) =>
    shifts === '' ? `D’après le planning, personne n’est sur place le ${at} :` : `Équipe ${shifts}, ${at} :`,
  lead: (lead) => `${lead} tient le planning.`,
  noRota: 'Aucun planning des équipes n’est écrit.',
  from: (have, day) => `à partir du ${day}, ${have}`,
  because: (people) => `plus d’évaluation valable pour ${people}`,
};
