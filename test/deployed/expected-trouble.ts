/** Something on this machine or in the test's surroundings is missing: told in one sentence, without a stack. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}
