import kymriah1 from './kymriah-1.json' with { type: 'json' };

/** Every protocol file of this folder, in the order of their names; a test holds the list to the folder. */
export const shelf: readonly unknown[] = [kymriah1];
