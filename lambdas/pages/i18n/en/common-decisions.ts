const stopped = 'Stop the treatment';
const remake = 'Manufacture again';
const recollect = 'Collect again';

export const stop = { stopped };
export const back = { remake, recollect, stopped };
