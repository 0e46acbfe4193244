import { agreements } from './agreements.ts';
import { changeControls } from './change-controls.ts';
import type { RegisterDefinition } from './definition.ts';
import { documents } from './documents.ts';
import { equipment } from './equipment.ts';
import { REGISTERS, type RegisterName } from './names.ts';
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
  'change-controls': changeControls,
};

export const registerNamed = (name: string): RegisterName | undefined => REGISTERS.find((one) => one === name);
