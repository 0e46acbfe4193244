import { defineCommand } from 'citty';
import { away, back } from './away.ts';
import { delegate, delegations, undelegate } from './delegate.ts';
import { importStaff } from './import.ts';
import { keys } from './keys.ts';
import { revoke } from './revoke.ts';
import { rota, rotas } from './rota.ts';
import { team } from './team.ts';
import { ticket } from './ticket.ts';

export const staff = defineCommand({
  meta: { name: 'staff', description: 'The staff register' },
  subCommands: {
    import: importStaff,
    ticket,
    keys,
    revoke,
    delegate,
    undelegate,
    delegations,
    away,
    back,
    rota,
    rotas,
    team,
  },
});
