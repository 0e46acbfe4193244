import { closed, type Gate, OPEN } from './gate.ts';

/** A container that leaks or holds clumps after thawing: the deciders are called before it is given. */
export const soundAfterThaw: Gate = {
  name: 'sound-after-thaw',
  class: 'never',
  judge: ({ evidence: { container, intact, freeOfClumps } }) => {
    const defects = [...(intact === false ? ['not intact'] : []), ...(freeOfClumps === false ? ['holds clumps'] : [])];
    return defects.length === 0
      ? OPEN
      : closed(
          `Container ${String(container)} after thawing: ${defects.join(', ')}. Call physician, pharmacist and QA; tell the maker today.`,
        );
  },
};
