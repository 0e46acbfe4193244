import * as z from 'zod';
import type { LambdaHost } from './aws/lambda-host.ts';
import type { Model } from './template/model.ts';

const OPS = 'lambdas/handlers/ops.ts';

const page = z.object({
  journeys: z.array(z.object({ journeyId: z.string(), openSteps: z.array(z.string()), unattended: z.boolean() })),
  next: z.string().nullable(),
});

/**
 * The embedded Step Functions keep nothing, so after a restart no execution is left and nothing says so. What an operator
 * would do with `atmp resume` is done here for every journey that was in an execution; on AWS the rule on ended executions
 * sees to it.
 */
export async function resumeLostRuns(lambda: LambdaHost, model: Model): Promise<void> {
  // Templates of tests have no journeys.
  if (!model.functions.some(({ entry }) => entry === OPS)) return;
  const lost: string[] = [];
  for (let from: string | null | undefined; from !== null; ) {
    const { journeys, next } = page.parse(await ask(lambda, { query: from === undefined ? {} : { from } }));
    lost.push(
      ...journeys.flatMap(({ journeyId, openSteps, unattended }) =>
        unattended || openSteps.length > 0 ? [journeyId] : [],
      ),
    );
    from = next;
  }
  // Listed before the first is resumed: a resume moves a journey in the list.
  for (const id of lost) {
    const reason = 'The embedded stack was started again, and executions do not outlive it.';
    await ask(lambda, { id, command: { command: 'resume-execution', reason, by: 'embedded stack' } });
  }
}

/** Calls the operations API as API Gateway would. */
async function ask(
  lambda: LambdaHost,
  { id, command, query = {} }: { id?: string; command?: unknown; query?: Readonly<Record<string, string>> },
): Promise<unknown> {
  const path = id === undefined ? '/ops/journeys' : `/ops/journeys/${id}/commands`;
  const answer = await lambda.invoke('ops', {
    httpMethod: command === undefined ? 'GET' : 'POST',
    path,
    pathParameters: id === undefined ? null : { id },
    queryStringParameters: query,
    headers: { 'content-type': 'application/json' },
    body: command === undefined ? null : JSON.stringify(command),
  });
  const reply = 'payload' in answer ? (answer.payload as { statusCode: number; body: string }) : undefined;
  // 409: closed meanwhile by what was still on its way.
  if (reply === undefined || ![200, 202, 409].includes(reply.statusCode)) {
    throw new Error(`Resuming journeys after the restart: ${path} answered ${JSON.stringify(answer)}`);
  }
  return JSON.parse(reply.body);
}
