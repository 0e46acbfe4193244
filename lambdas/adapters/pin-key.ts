import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Fault } from '../domain/faults.ts';
import { calling } from './aws-errors.ts';

/** A key that never leaves KMS, by which a PIN is made into something that cannot be guessed elsewhere. */
export interface PinKey {
  macOf(typed: { readonly id: string; readonly pin: string }): Promise<Uint8Array>;
}

/** The service takes no more. Ids and PINs are cut to 64 characters before they come here, which is far below it. */
const MOST_BYTES = 4096;

export const kmsPinKey = (client: KMSClient, keyArn: string): PinKey => ({
  async macOf({ id, pin }) {
    // The id is part of it: who can write to the table gains nothing by giving one person the hash of another.
    const Message = Buffer.from(`atmp-pin/v1\n${id}\n${pin.normalize('NFKC')}`);
    if (Message.length > MOST_BYTES) {
      throw new Fault(`PIN: got ${Message.length} bytes with the user id, expected at most ${MOST_BYTES}`);
    }
    const { Mac } = await calling('Make the MAC of a PIN', () =>
      client.send(new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: 'HMAC_SHA_256', Message })),
    );
    if (Mac === undefined) throw new Fault(`Key ${keyArn}: expected a MAC, got none`);
    return Mac;
  },
});
