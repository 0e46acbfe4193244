import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { AslMachine } from '../asl.ts';
import { pin } from './pin.ts';

export interface JourneyMachineProps {
  readonly definition: AslMachine;
  readonly access: readonly PolicyStatement[];
  readonly logGroup: ILogGroup;
}

/**
 * A Standard state machine that is kept when its stack goes: deleting one ends its executions. It logs every transition,
 * never the data in it.
 */
export function journeyMachine(scope: Construct, logicalId: string, props: JourneyMachineProps): StateMachine {
  const machine = pin(
    new StateMachine(scope, logicalId, {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(scope).toJsonString(props.definition)),
      logs: { destination: props.logGroup, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }),
    logicalId,
  );
  for (const statement of props.access) machine.addToRolePolicy(statement);
  pin(machine.role, `${logicalId}Role`);
  return machine;
}
