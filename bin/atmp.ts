#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { alerts } from '../local/cli/alerts.ts';
import { command, resume } from '../local/cli/command.ts';
import { demo } from '../local/cli/demo.ts';
import { genealogy } from '../local/cli/genealogy.ts';
import { journeys } from '../local/cli/journeys.ts';
import { order } from '../local/cli/order.ts';
import { protocol } from '../local/cli/protocol.ts';
import { quality } from '../local/cli/quality/quality.ts';
import { allowed } from '../local/cli/register/allowed.ts';
import { register } from '../local/cli/register/register.ts';
import { sign } from '../local/cli/sign.ts';
import { simulate } from '../local/cli/simulate.ts';
import { staff } from '../local/cli/staff/staff.ts';
import { start } from '../local/cli/start.ts';
import { dossier, verify } from '../local/cli/verify.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// What functions note in passing is for who runs them. Elsewhere standard output is what was asked for, and nothing else.
if (process.argv[2] !== 'start') console.info = () => {};

await runMain(
  defineCommand({
    meta: { name: 'atmp', description: "The hospital's own orchestrator for advanced therapy journeys" },
    subCommands: {
      demo,
      simulate,
      start,
      order,
      journeys,
      sign,
      resume,
      command,
      verify,
      dossier,
      genealogy,
      staff,
      register,
      quality,
      allowed,
      alerts,
      protocol,
    },
  }),
);
