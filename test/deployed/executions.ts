import { ListExecutionsCommand, ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { PREFIX } from './deploy.ts';
import type { Deployment } from './deployment.ts';
import { until } from './until.ts';

const ENDING_SECONDS = 20;

/**
 * Waits until no execution of a closed journey runs any more.
 *
 * @throws Error naming those that still run, or that ended otherwise than by their own consent
 */
export async function allSucceeded(deployment: Deployment, journeyId: string): Promise<number> {
  return until(`Executions of ${journeyId}`, ENDING_SECONDS, async () => {
    const executions = (await executionsOf(deployment)).filter(({ name }) => name.startsWith(`${journeyId}-`));
    const broken = executions.filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED');
    if (broken.length > 0) {
      throw new Error(
        `Executions: expected all to succeed, got ${broken.map((one) => `${one.name} ${one.status}`).join(', ')}`,
      );
    }
    const running = executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name);
    return running.length > 0 ? { waitsFor: running.join(', ') } : { answer: executions.length };
  });
}

async function executionsOf({ clients }: Deployment) {
  const { stateMachines = [] } = await clients.sfn.send(new ListStateMachinesCommand({ maxResults: 100 }));
  const ours = stateMachines.filter(({ name }) => name?.startsWith(`${PREFIX}-Journeys-`));
  const lists = await Promise.all(
    ours.map(({ stateMachineArn }) =>
      clients.sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 })),
    ),
  );
  return lists.flatMap(({ executions = [] }) => executions).map(({ name = '', status = '' }) => ({ name, status }));
}
