/**
 * A link as it may stand in a page or a mail: https, http on the own machine, or a path of the same site. Anything
 * else (`javascript:`, `//elsewhere`) throws, because only a mistake of ours can have put it there.
 */
export function safeLink(link: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  const plain = !/[\u0000-\u0020\u007f\\]/.test(link);
  const site = /^(\/(?!\/)|\?|https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/.test(link);
  if (plain && (site || link === '')) return link;
  throw new RangeError('Page or mail: got a link that is neither https, loopback http nor a path of this site.');
}

/** A value as it may stand in a mail header. CR, LF or any other control character throws; so does an empty one. */
export function headerText(value: string, what: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (value !== '' && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) return value;
  throw new RangeError(`Mail: ${what} is empty or holds a control character; nothing of it may go into a header.`);
}

/** A link to one of our pages with the language of the page it stands on, so that the answer comes in the same one. */
export function inLanguage(link: string, language: string): string {
  if (/[?&]lang=/.test(link)) return safeLink(link);
  return `${safeLink(link)}${link.includes('?') ? '&' : '?'}lang=${language}`;
}
