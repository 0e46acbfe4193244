import { defineCommand } from 'citty';
import { affectedByChange } from './affected.ts';
import { confirmEntry } from './confirm.ts';
import { curricula } from './curricula.ts';
import { curriculum } from './curriculum.ts';
import { deliverMirror } from './deliver.ts';
import { importRegister } from './import.ts';
import { labelRead } from './label-read.ts';
import { readProcedure } from './read-procedure.ts';
import { revokeCompetence } from './revoke-competence.ts';
import { showCompetence } from './show-competence.ts';
import { exportRegister, registerHistory, showRegister } from './show-register.ts';

export const register = defineCommand({
  meta: { name: 'register', description: 'Registers of the quality system, and competence' },
  subCommands: {
    import: importRegister,
    export: exportRegister,
    show: showRegister,
    history: registerHistory,
    deliver: deliverMirror,
    confirm: confirmEntry,
    'label-read': labelRead,
    affected: affectedByChange,
    competence: showCompetence,
    curricula,
    curriculum,
    read: readProcedure,
    'revoke-competence': revokeCompetence,
  },
});
