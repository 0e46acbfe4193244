const stopped = 'Finalizar el tratamiento';
const remake = 'Fabricar de nuevo';
const recollect = 'Extraer de nuevo';

export const stop = { stopped };
export const back = { remake, recollect, stopped };

/** The three ways back in words: what was found, then what follows. */
export const waysBack = (found: string) => ({
  remake: `${found} El producto debe fabricarse de nuevo.`,
  recollect: `${found} El material de partida debe extraerse de nuevo.`,
  stopped: `${found} El tratamiento finaliza.`,
});

/** What stands behind the meaning of an item that a second person signs. */
export const second = (first: string): string => `${first} Soy la segunda persona y lo he leído yo misma o yo mismo.`;
