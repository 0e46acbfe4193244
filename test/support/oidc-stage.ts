import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { systemNow } from '../../lambdas/middleware/runtime.ts';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';
import { type LocalProvider, localProvider } from './local-provider.ts';

const ISSUER = 'http://127.0.0.1:1';
export const CLIENT_ID = 'atmp-journey';

export interface OidcStage {
  readonly stage: Stage;
  readonly provider: LocalProvider;
  /** Tells the register by what the provider knows somebody. */
  isKnownAs(id: string, subject: string): Promise<void>;
  /** The provider lives in real time; functions catch up with it. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** The embedded stack with a provider on loopback, from the present instant on. */
export async function oidcStage(): Promise<OidcStage> {
  const provider = await localProvider();
  // The template of one address stands for that of any: it is made once.
  const text = JSON.stringify(await synthTemplates({ oidc: { issuer: ISSUER, clientId: CLIENT_ID } }));
  const templates = JSON.parse(text.replaceAll(ISSUER, provider.issuer)) as readonly StackTemplate[];
  const stage = await embeddedStage({ seed: 1, templates }, systemNow());
  const { stack } = stage;
  provider.serve(CLIENT_ID, stack.secret('OidcClientSecret'), `${stack.url}/oidc/callback`);
  return {
    stage,
    provider,
    async isKnownAs(id, subject) {
      const register = staffRegisterOf(stack);
      const member = (await register.find(id)) as StaffMember;
      const put = await register.putStaff({ ...member, oidcSubject: subject }, EXAMPLE_JOINING);
      if (!put.ok) throw new Error(put.refusal.message);
    },
    async catchUp() {
      const behind = Date.parse(systemNow()) - stack.clock.now();
      if (behind > 0) await stack.clock.advance(behind);
    },
    async stop() {
      await stack.stop();
      await provider.stop();
    },
  };
}
