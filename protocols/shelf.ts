import breyanzi1 from './breyanzi-1.json' with { type: 'json' };
import carvykti1 from './carvykti-1.json' with { type: 'json' };
import kymriah1 from './kymriah-1.json' with { type: 'json' };
import yescarta1 from './yescarta-1.json' with { type: 'json' };

/** Every protocol file of this folder, in the order of their names; a test holds the list to the folder. */
export const shelf: readonly unknown[] = [breyanzi1, carvykti1, kymriah1, yescarta1];
