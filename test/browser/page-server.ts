import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PASSKEY_SCRIPT_PATH } from '../../lambdas/pages/design/passkey-script.ts';
import { schemasOf } from '../../lambdas/pages/form/form-key.ts';
import { parseSignOffForm } from '../../lambdas/pages/form/parse.ts';
import { pickLanguage } from '../../lambdas/pages/i18n/language.ts';
import { renderOutcomePage } from '../../lambdas/pages/outcome-page.ts';
import { SCRIPTED_PAGE_HEADERS } from '../../lambdas/pages/parts/document.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { StepView, Submission } from '../../lambdas/pages/views.ts';
import type { StepReader } from '../../lambdas/pages/worklist-views.ts';
import { browserScripts } from '../../lib/constructs/browser-scripts.ts';

export interface PageServer {
  readonly url: string;
  /** What was submitted, in order. */
  readonly submissions: readonly Submission[];
  close(): Promise<void>;
}

/** Serves the sign-off pages on loopback with the headers of the real route, to this reader, and keeps what is posted. */
export async function servePages(views: Readonly<Record<string, StepView>>, reader?: StepReader): Promise<PageServer> {
  const submissions: Submission[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const language = pickLanguage(url.searchParams.get('lang') ?? undefined, request.headers['accept-language'], 'en');
    const known = views[url.pathname];
    const answer = (status: number, html: string): void => {
      response.writeHead(status, SCRIPTED_PAGE_HEADERS).end(html);
    };
    if (url.pathname === PASSKEY_SCRIPT_PATH) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(browserScripts().passkey);
      return;
    }
    if (known === undefined) return answer(404, renderOutcomePage({ status: 'not-found', language }));
    const opened = url.searchParams.get('open');
    const view = { ...known, action: url.pathname, ...(opened === null ? {} : { opened }) };
    if (request.method !== 'POST') return answer(200, renderSignOffPage(view, language, undefined, reader));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const parsed = parseSignOffForm(Buffer.concat(chunks).toString('utf8'), schemasOf(view), view.zone);
    if (!parsed.ok) return answer(422, renderSignOffPage(view, language, parsed.problem));
    submissions.push(parsed.submission);
    return answer(200, renderOutcomePage({ status: 'recorded', language, journeyId: view.journeyId }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    submissions,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
