const stopped = 'Behandlung beenden';
const remake = 'Neu herstellen';
const recollect = 'Erneut entnehmen';

export const stop = { stopped };
export const back = { remake, recollect, stopped };

/** The three ways back in words: what was found, then what follows. */
export const waysBack = (found: string) => ({
  remake: `${found} Das Produkt muss neu hergestellt werden.`,
  recollect: `${found} Ausgangsmaterial muss erneut entnommen werden.`,
  stopped: `${found} Die Behandlung wird beendet.`,
});

/** What stands behind the meaning of an item that a second person signs. */
export const second = (first: string): string => `${first} Ich bin die zweite Person und habe selbst abgelesen.`;
