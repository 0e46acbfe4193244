import type { Clients } from '../../lambdas/middleware/runtime.ts';
import type { Services } from './door.ts';
import { parseAnswer, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { jsonCopy } from './json-copy.ts';
import { operationOf } from './operation-of.ts';
import type { Meter } from './usage.ts';

type Input = Readonly<Record<string, unknown>>;

/** A command of the SDK: its class is named after the operation. */
interface Command {
  readonly input: Input;
}

/** Services that are told what to do by method and path; all others by the name of the operation. */
const REST: Readonly<Record<string, (input: Input) => { readonly method: string; readonly path: string }>> = {
  SendEmail: () => ({ method: 'POST', path: '/v2/email/outbound-emails' }),
  CreateSchedule: ({ Name }) => ({ method: 'POST', path: schedulePath(Name) }),
  UpdateSchedule: ({ Name }) => ({ method: 'PUT', path: schedulePath(Name) }),
  DeleteSchedule: ({ Name }) => ({ method: 'DELETE', path: schedulePath(Name) }),
};

const schedulePath = (name: unknown): string => `/schedules/${encodeURIComponent(String(name))}`;

/**
 * Clients that hand their commands to the services as they are: what the SDK does around a request, in many layers, is
 * left out. For simulations; everything else goes by the SDK, which is what runs on AWS.
 */
export function directClients(accessKeyId: string, services: Services, iam: Iam, meter: Meter): Partial<Clients> {
  const clientOf = (name: string): unknown => ({
    send: async (command: Command): Promise<unknown> => {
      const service = services[name];
      if (service === undefined) throw new Error(`Service '${name}' is not part of the embedded stack`);
      meter.count(accessKeyId, 'awsCalls');
      return performed(service, accessKeyId, iam, command);
    },
  });
  // Of a client the adapters know only `send`; its many other members would answer to nobody.
  return {
    sfn: clientOf('states'),
    ses: clientOf('ses'),
    scheduler: clientOf('scheduler'),
    secrets: clientOf('secretsmanager'),
    events: clientOf('events'),
    cloudwatch: clientOf('monitoring'),
    kms: clientOf('kms'),
    phones: clientOf('sms-voice'),
  } as Partial<Clients>;
}

/** What a service refuses it throws, named as the SDK names it. */
async function performed(service: Service, accessKeyId: string, iam: Iam, command: Command): Promise<unknown> {
  const operation = operationOf(command);
  const { method, path } = REST[operation]?.(command.input) ?? { method: 'POST', path: '/' };
  const { GroupName } = command.input;
  const query = new URLSearchParams(typeof GroupName === 'string' ? { groupName: GroupName } : {});
  const input = jsonCopy(BYTES_IN[operation]?.(command.input) ?? command.input) as Input;
  const answer = parseAnswer(
    await service({
      principal: iam.principal(accessKeyId),
      method,
      path,
      query,
      headers: {},
      operation,
      input,
      // Few services look at the text, and only at how long it is.
      get body() {
        return Buffer.from(JSON.stringify(input));
      },
    }),
  );
  return BYTES_OUT[operation]?.(answer as Input) ?? answer;
}

const base64 = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('base64');

const NO_BYTES: Input = {};

/** The attachments of a mail. */
function filesInBase64({ Content, ...mail }: Input): Input {
  const { Simple = NO_BYTES } = Content as { readonly Simple?: Input };
  const { Attachments = [] } = Simple as { readonly Attachments?: readonly Input[] };
  if (Attachments.length === 0) return { ...mail, Content };
  const written = Attachments.map((one) => ({
    ...one,
    RawContent: base64(one.RawContent),
  }));
  return { ...mail, Content: { Simple: { ...Simple, Attachments: written } } };
}

/** Commands that carry bytes, as JSON carries them. */
const BYTES_IN: Readonly<Record<string, (input: Input) => Input>> = {
  SendEmail: filesInBase64,
  GenerateMac: ({ Message, ...rest }) => ({ ...rest, Message: base64(Message) }),
};

/** Answers that carry bytes, as the SDK gives them. */
const BYTES_OUT: Readonly<Record<string, (answer: Input) => Input>> = {
  GenerateMac: ({ Mac, ...rest }) => ({ ...rest, Mac: new Uint8Array(Buffer.from(String(Mac), 'base64')) }),
};
