import { agreements } from './agreements.ts';
import type { RegisterDefinition } from './definition.ts';
import { documents } from './documents.ts';
import { equipment } from './equipment.ts';
import type { RegisterName } from './names.ts';
import { productReadinessRegister } from './product-readiness.ts';
import { riskAssessments } from './risk-assessments.ts';
import { shippers } from './shippers.ts';

/** Every register that is kept, by its name. */
export const registers: Readonly<Record<RegisterName, RegisterDefinition>> = {
  'product-readiness': productReadinessRegister,
  'risk-assessments': riskAssessments,
  equipment,
  shippers,
  agreements,
  documents,
};

/** The register of a name, as far as there is one. */
export const definitionOf = (name: string): RegisterDefinition | undefined =>
  Object.hasOwn(registers, name) ? registers[name as RegisterName] : undefined;
