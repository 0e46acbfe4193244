/** Standard output of the command line: what was asked for, and nothing else. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** What went wrong goes to standard error, so that output can be piped. */
export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
