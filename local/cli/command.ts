import { userInfo } from 'node:os';
import { defineCommand } from 'citty';
import { callOps, URL_OPTION } from './api.ts';
import { jsonOption } from './json-text.ts';
import { printJson } from './print.ts';

/** Who gives a command where no IAM principal says so: `--by`, else the user of this machine. */
const operator = (by: string | undefined): string => by ?? userInfo().username;

export const resume = defineCommand({
  meta: {
    name: 'resume',
    description: 'Starts the executions of a journey again from its log (after one was lost or stopped)',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id' },
    reason: { type: 'string', default: 'resumed from the command line' },
    by: { type: 'string', description: 'operator' },
    url: URL_OPTION,
  },
  run: async ({ args }) => {
    const { body } = await post(args.url, args.id, {
      command: 'resume-execution',
      reason: args.reason,
      by: operator(args.by),
    });
    printJson(body);
  },
});

export const command = defineCommand({
  meta: {
    name: 'command',
    description: 'Gives a command: hold, resume, cancel, extend, reassign, reissue, resend, correct, resume-execution',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id' },
    name: { type: 'positional', required: true, description: 'command' },
    reason: { type: 'string', required: true },
    args: { type: 'string', default: '{}', description: 'JSON object' },
    by: { type: 'string', description: 'operator' },
    url: URL_OPTION,
  },
  run: async ({ args }) => {
    const { body } = await post(args.url, args.id, {
      command: args.name,
      reason: args.reason,
      by: operator(args.by),
      args: jsonOption('--args', args.args),
    });
    printJson(body);
  },
});

const post = (url: string, id: string, body: unknown) =>
  callOps(
    url,
    `/ops/journeys/${encodeURIComponent(id)}/commands`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    [202],
  );
