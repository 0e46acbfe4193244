const known = new Map<unknown, string>();

/** The operation of a command of the SDK: its class is named after it. */
export function operationOf(command: object): string {
  const type = command.constructor;
  const operation = known.get(type) ?? type.name.replace(/Command$/, '');
  known.set(type, operation);
  return operation;
}
