import * as z from 'zod';
import { commandArguments, commandSchema, type OperatorCommand } from '../domain/commands/command.ts';
import { runCommand } from '../domain/commands/run-command.ts';
import type { Actor } from '../domain/events/envelope.ts';
import { changeJourney, type JourneyDeps } from '../domain/journey/change-journey.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { ReadRegisters, StoredJourney } from '../domain/ports.ts';
import type { ReadinessAt } from '../domain/registers/as-of.ts';
import { type Closing, closingOf } from '../domain/registers/closing.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { readinessThenOf } from '../sign-off/registers-read.ts';

/** Runs a command of an operator on a journey. */
export async function command(
  deps: JourneyDeps & { readonly registers: ReadRegisters },
  request: Request,
  journeyId: string,
): Promise<Response> {
  const parsed = readCommand(request);
  if (!parsed.ok) return refused(parsed.refusal);
  const { value } = parsed;
  const by: Actor = {
    kind: 'operator',
    id: value.by,
    ...(value.command.secondApprover === undefined ? {} : { secondApprover: value.command.secondApprover }),
  };
  const outcome = await changeJourney<number>(deps, journeyId, async (scribe, stored) => {
    const closing = await closingIn(deps.registers, stored.state.site.id, value.command);
    const readinessAt = await correctedIn(deps, stored, value.command);
    const seq = runCommand(scribe, stored.events, value.command, by, { closing, readinessAt });
    return seq.ok ? ok({ value: seq.value }) : seq;
  });
  return outcome.ok ? json(202, { journeyId, eventId: `${journeyId}#${outcome.value}` }) : refused(outcome.refusal);
}

/** What the command is about, where it is about a change of a register. */
async function closingIn(
  registers: ReadRegisters,
  site: string,
  { command: name, args }: OperatorCommand,
): Promise<Closing | undefined> {
  const asked = name === 'recheck-registers' ? commandArguments()[name].safeParse(args) : undefined;
  if (asked?.success !== true) return undefined;
  const { register, id, version } = asked.data;
  const [versions, readiness] = await Promise.all([registers.of(site, register, id), registers.readiness(site)]);
  return closingOf(versions, version, readiness);
}

/** How the registers stood, where the command corrects what asked them. */
async function correctedIn(
  deps: { readonly registers: ReadRegisters },
  stored: StoredJourney,
  { command: name, args }: OperatorCommand,
): Promise<ReadinessAt | undefined> {
  const asked = name === 'correct' ? commandArguments()[name].safeParse(args) : undefined;
  return asked?.success === true ? readinessThenOf(deps, stored, asked.data.seq) : undefined;
}

/** On AWS the IAM principal is who acts, whatever the body says; embedded, `by` must be named. */
function readCommand({
  body,
  principal,
}: Request): Outcome<{ readonly command: OperatorCommand; readonly by: string }> {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return refuse('invalid', 'Body: expected JSON {command, reason, by?, args}');
  }
  const parsed = commandSchema().safeParse(given);
  if (!parsed.success) return refuse('invalid', `Command: ${z.prettifyError(parsed.error)}`);
  const by = principal ?? parsed.data.by;
  return by === undefined
    ? refuse('invalid', 'Command: expected `by`, the operator who acts')
    : ok({ command: parsed.data, by });
}
