import type { ToPhone } from '../aws/end-user-messaging.ts';
import type { Mail } from '../aws/ses.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const withLinks = (text: string): string =>
  escapeHtml(text).replace(/https?:\/\/[^\s&]+(?:&amp;[^\s&]+)*/g, (url) => `<a href="${url}">${url}</a>`);

function mailSection(mail: Mail, number: number): string {
  const html =
    mail.html === undefined
      ? ''
      : `<iframe title="Mail ${number} as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(`<base target="_blank">${mail.html}`)}"></iframe>`;
  const files = (mail.attachments ?? [])
    .map(
      ({ fileName, text }) =>
        `<details><summary>${escapeHtml(fileName)}</summary><pre>${escapeHtml(text)}</pre></details>`,
    )
    .join('');
  return `<details id="mail-${number}"><summary><time>${escapeHtml(mail.at)}</time> <b>${escapeHtml(mail.subject)}</b> to ${escapeHtml(mail.to.join(', '))}</summary>
<p>From ${escapeHtml(mail.from)}</p><pre>${withLinks(mail.text ?? '')}</pre>${html}${files}</details>`;
}

const phonesSection = (toPhones: readonly ToPhone[]): string =>
  toPhones.length === 0
    ? ''
    : `<h2>To telephones: ${toPhones.length}</h2>
${toPhones
  .map(
    ({ at, kind, to, text }) =>
      `<p><time>${escapeHtml(at)}</time> ${kind === 'sms' ? 'text message' : 'call'} to ${escapeHtml(to)}: ${escapeHtml(text)}</p>`,
  )
  .reverse()
  .join('\n')}`;

/**
 * All mails, newest first, each with its text (links to click) and its HTML in a frame of its own; then what went to
 * telephones, where anything did.
 */
export function outboxPage(mails: readonly Mail[], toPhones: readonly ToPhone[] = []): string {
  const sections = mails.map((mail, at) => mailSection(mail, at + 1)).reverse();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outbox</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
details{border:1px solid #999;border-radius:6px;padding:.5rem 1rem;margin:.5rem 0}
summary{cursor:pointer}pre{white-space:pre-wrap;overflow-wrap:anywhere}iframe{width:100%;height:30rem;border:1px solid #ccc;background:#fff}
</style></head><body><main><h1>Outbox: ${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}</h1>
${sections.join('\n') || '<p>Nothing was sent yet.</p>'}
${phonesSection(toPhones)}</main></body></html>`;
}
