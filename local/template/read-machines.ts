import { createHash } from 'node:crypto';
import { Fields } from './fields.ts';
import type { MachineModel } from './model.ts';
import type { Resolver } from './resolver.ts';

/** State machines with their definition parsed; the revision is a hash of it, so that it changes when they do. */
export function readMachines(resolver: Resolver): MachineModel[] {
  return resolver.set.ofType('AWS::StepFunctions::StateMachine').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'DefinitionString',
      'Definition',
      'EncryptionConfiguration',
      'LoggingConfiguration',
      'RoleArn',
      'StateMachineName',
      'StateMachineType',
      'Tags',
      'TracingConfiguration',
    );
    const definition = fields.has('DefinitionString') ? fields.json('DefinitionString') : fields.raw.Definition;
    return {
      logicalId: resource.logicalId,
      name: resolver.physical(resource).name,
      arn: resolver.physical(resource).ref,
      roleArn: fields.text('RoleArn'),
      definition,
      revisionId: uuidOf(JSON.stringify(definition)),
    };
  });
}

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
