import type { claims as english } from '../en/claims.ts';

export const claims: typeof english = {
  title: 'Quién se encarga',
  nobody: 'Nadie se ha hecho cargo de este paso.',
  own: (until: string): string => `Usted se ha hecho cargo de este paso, hasta el final de su turno: ${until}.`,
  heldBy: (by: string, since: string, until: string): string =>
    `Este paso está a cargo de ${by} desde ${since}, hasta el final de su turno: ${until}.`,
  noGate: 'Esto solo informa a las demás personas. Quien puede firmar este paso puede firmarlo igualmente.',
  claim: 'Yo me encargo',
  giveBack: 'Devolverlo',
  takeOver: 'Asumirlo',
  why: 'Por qué lo asume usted',
  short: (by: string, since: string): string => `a cargo de ${by} desde ${since}`,
};
