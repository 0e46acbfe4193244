import { defineCommand } from 'citty';
import { away, back } from './away.ts';
import { delegate, delegations, undelegate } from './delegate.ts';
import { history } from './history.ts';
import { importStaff } from './import.ts';
import { keys } from './keys.ts';
import { leaveStaff } from './leave.ts';
import { mails } from './mails.ts';
import { rename } from './rename.ts';
import { resetPin } from './reset-pin.ts';
import { revoke } from './revoke.ts';
import { rota, rotas } from './rota.ts';
import { shifts } from './shifts.ts';
import { team } from './team.ts';
import { ticket } from './ticket.ts';

export const staff = defineCommand({
  meta: { name: 'staff', description: 'The staff register' },
  subCommands: {
    import: importStaff,
    leave: leaveStaff,
    history,
    rename,
    'reset-pin': resetPin,
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
    shifts,
    team,
    mails,
  },
});
