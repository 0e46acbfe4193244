import { defineCommand } from 'citty';
import { importRegister } from './import.ts';
import { revokeCompetence } from './revoke-competence.ts';
import { showCompetence } from './show-competence.ts';

export const register = defineCommand({
  meta: { name: 'register', description: 'Registers of the quality system: so far, competence' },
  subCommands: { import: importRegister, competence: showCompetence, 'revoke-competence': revokeCompetence },
});
