import { type Gate, OPEN } from '../gate.ts';
import { judgeFound } from './judge-found.ts';
import { namedIn, textIn } from './named.ts';

/** The device by which something was done is in use and in date (clinical-pathway 3.4). `field` names it in what is recorded. */
export const deviceInDate = (field: string): Gate => ({
  name: 'device-in-date',
  class: 'emergency-continuation',
  registers: ['equipment'],
  judge(context) {
    const device = textIn(context.evidence, field);
    return judgeFound(context, {
      register: 'equipment',
      find: (entries) => (device === undefined ? undefined : namedIn(entries, device)),
      missing:
        device === undefined
          ? 'Device: none was named, so that nobody can tell whether it was in date.'
          : `Device: ${device} is not in the register of equipment. Have it entered, or use one that is.`,
    });
  },
  // Which device it will be is typed or scanned with the record.
  foresee: () => OPEN,
});
