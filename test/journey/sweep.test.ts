import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectKey, eventKey } from '../../lambdas/adapters/table-keys.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await testStage({ restWhenIdle: false });
});
afterEach(() => stage.stack.stop());

const table = (): string => {
  const found = stage.stack.model.tables.find(({ logicalId }) => logicalId === 'Journeys');
  if (found === undefined) throw new Error('expected a table Journeys');
  return found.name;
};
const marshalled = ({ pk, sk }: { pk: string; sk: string }) => ({ pk: { S: pk }, sk: { S: sk } });

const loseSchedule = async (journeyId: string): Promise<void> => {
  const schedule = stage.stack.schedules().find(({ Name }) => Name === journeyId);
  if (schedule === undefined) throw new Error('expected a schedule');
  await stage.stack
    .clientsFor()
    .scheduler.send(new DeleteScheduleCommand({ Name: schedule.Name, GroupName: schedule.GroupName }));
};
/** Not of entity EFFECT, so the stream does not show it: as if its record had been given up. */
async function loseEffect(journeyId: string, id: string, effect = '{"kind":"schedule"}'): Promise<void> {
  const since = new Date(stage.stack.clock.now()).toISOString();
  const Item = {
    ...marshalled(effectKey(journeyId, id)),
    entity: { S: 'LOST' },
    journeyId: { S: journeyId },
    effectId: { S: id },
    effect: { S: effect },
    since: { S: since },
    ppk: { S: 'PENDING' },
    psk: { S: `${since}#${journeyId}#${id}` },
  };
  await stage.stack.clientsFor().dynamodb.send(new PutItemCommand({ TableName: table(), Item }));
}
const metric = (name: string) =>
  [...stage.stack.metrics()].find(([key]) => key.split('{')[0]?.endsWith(`/${name}`))?.[1];

describe('the sweep', () => {
  it('attends to all other journeys when the log of one cannot be read, and says that it failed', async () => {
    const broken = await orderJourney(stage, { order: 'SWEEP-1' });
    const well = await orderJourney(stage, { order: 'SWEEP-2' });
    await loseSchedule(broken);
    await loseSchedule(well);
    const { dynamodb } = stage.stack.clientsFor();
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: table(),
        Key: marshalled(eventKey(broken, 1)),
        UpdateExpression: 'SET #event = :nothing',
        ExpressionAttributeNames: { '#event': 'event' },
        ExpressionAttributeValues: { ':nothing': { S: '{}' } },
      }),
    );
    await stage.stack.clock.advance(6 * 86_400_000);
    expect(stage.stack.schedules().some(({ Name }) => Name === well)).toBe(true);
    expect(metric('SweepFailed')?.last).toBeGreaterThan(0);
    expect(metric('SweepRan')?.samples).toBeGreaterThan(4);
  });

  it('sends every effect once more that was never done, however many there are', async () => {
    const journeyId = await orderJourney(stage, { order: 'SWEEP-3' });
    for (let n = 0; n < 130; n += 1) await loseEffect(journeyId, `lost.${String(n).padStart(3, '0')}`);
    await stage.stack.clock.advance(3 * 86_400_000);
    expect(metric('Undelivered')?.sum).toBe(130);
    expect(metric('Undelivered')?.last).toBe(0);
  });

  it('sends the others once more when one effect cannot be read, and says that it failed', async () => {
    const journeyId = await orderJourney(stage, { order: 'SWEEP-4' });
    await loseEffect(journeyId, 'lost.0', '{"kind":"of another release"}');
    await loseEffect(journeyId, 'lost.1');
    await stage.stack.clock.advance(3 * 86_400_000);
    const { Item } = await stage.stack
      .clientsFor()
      .dynamodb.send(new GetItemCommand({ TableName: table(), Key: marshalled(effectKey(journeyId, 'lost.1')) }));
    expect(Item?.doneAt).toBeDefined();
    expect(metric('SweepFailed')?.last).toBe(1);
    expect(metric('SweepRan')?.samples).toBeGreaterThan(1);
  });
});
