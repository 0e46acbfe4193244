/** Something the user of the command can mend: shown as its message, without a stack. */
export class Trouble extends Error {
  override readonly name = 'atmp';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.stack = `atmp: ${message}`;
  }
}
