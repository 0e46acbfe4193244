import type { RegisterDefinition } from './definition.ts';
import { equipment } from './equipment.ts';
import type { RegisterName } from './names.ts';
import { shippers } from './shippers.ts';

/** Every register that is kept, by its name. */
export const registers: Readonly<Partial<Record<RegisterName, RegisterDefinition>>> = { equipment, shippers };

/** The register of a name, as far as there is one. */
export const definitionOf = (name: string): RegisterDefinition | undefined =>
  Object.hasOwn(registers, name) ? registers[name as RegisterName] : undefined;
