import { headerText, safeLink } from '../design/safe.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { AddressNotice, Mail } from '../mail-views.ts';
import type { Language } from '../views.ts';
import { type MailParts, mailHtml, mailText } from './shell.ts';
import { subject } from './subject.ts';

/** The test mail by which one person proves that they read what is sent to their address. */
export function addressMail({ reader, link }: AddressNotice, language: Language): Mail {
  const { mail, urgent, page } = dictionary(language);
  const { address } = mail;
  const parts: MailParts = {
    language,
    title: address.title,
    paragraphs: [address.text],
    rows: [[urgent.reader, headerText(reader, 'reader')]],
    action: { label: address.open, link: safeLink(link) },
    small: [address.notYours, mail.noReply, page.disclaimer],
  };
  return {
    subject: subject({ id: address.name, about: '', wanted: address.wanted }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}
