import type { RegisterName } from '../domain/registers/names.ts';

/** Ids of entries may hold `/`, which an address would take for a folder; none holds `~`. */
const toSegment = (id: string): string => id.replaceAll('/', '~');

/** Id of an entry as it stands in an address. */
export const idInSegment = (segment: string): string => segment.replaceAll('~', '/');

export const REGISTERS_PATH = '/worklist/registers';
export const registerPath = (register: RegisterName): string => `${REGISTERS_PATH}/${register}`;
export const entryPath = (register: RegisterName, id: string): string => `${registerPath(register)}/${toSegment(id)}`;

export const COMPETENCE = 'competence';
export const COMPETENCE_PATH = `${REGISTERS_PATH}/${COMPETENCE}`;
/** What somebody is assessed in is found by their user id. */
export const competencePath = (person: string): string => `${COMPETENCE_PATH}/${encodeURIComponent(person)}`;
