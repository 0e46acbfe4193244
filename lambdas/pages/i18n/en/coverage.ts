/** Who has to be on site when a product is thawed. */
export const coverage = {
  places: {
    thaw: 'Thawing',
    'thaw-check': 'Check of the thawing',
    bedside: 'Checks at the bedside',
    'crs-icans': 'Physician trained in CRS and ICANS',
  },
  place: (place: string, have: number, need: number): string => `${place} ${have} of ${need}`,
  shift: (shifts: string, at: string): string =>
    shifts === '' ? `By the rota nobody is on site at ${at}:` : `Shift ${shifts}, ${at}:`,
  lead: (lead: string): string => `${lead} leads the rota.`,
  noRota: 'No rota of shifts is written.',
  from: (have: number, day: string): string => `from ${day} on ${have}`,
  because: (people: string): string => `no assessment counts of ${people}`,
};
