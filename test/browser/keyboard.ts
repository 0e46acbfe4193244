import type { Page } from 'playwright-core';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';

interface Focus {
  readonly matches: boolean;
  readonly tag: string;
  /** A person can see where the focus is. */
  readonly visible: boolean;
  /** A screen reader has something to say. */
  readonly named: boolean;
}

const focusOn = (page: Page, selector: string): Promise<Focus> =>
  page.evaluate((wanted) => {
    const element = document.activeElement ?? document.body;
    const style = getComputedStyle(element);
    const label = (element as HTMLInputElement).labels?.[0];
    const text = label === undefined ? element.textContent : label.textContent;
    return {
      matches: element.matches(wanted),
      tag: element.outerHTML.slice(0, 120),
      visible: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      named: (text ?? '').trim() !== '',
    };
  }, selector);

const MOST_STOPS = 80;

/**
 * Presses Tab until the focus is on `selector`. Every stop on the way must show its focus and have a name; a stop
 * without either, or a control that Tab does not reach, throws.
 */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOn(page, selector);
    if (!focus.visible || !focus.named) {
      throw new Error(`Focus: expected to be visible and named, got ${JSON.stringify(focus)}`);
    }
    if (focus.matches) return;
  }
  throw new Error(`Focus: ${selector} was not reached by ${MOST_STOPS} presses of Tab.`);
}

/** Tabs to a control and types into it. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}

/** Types a date into the segments of Chromium's control (month, day, year). */
export async function typeDate(page: Page, selector: string, text: string): Promise<void> {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  await typeInto(page, selector, `${month}${day}${year}`);
}

/** Types a local date and time into the segments of Chromium's control (month, day, year, hour, minute, half of the day). */
export async function typeTime(page: Page, selector: string, text: string): Promise<void> {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text) ?? [];
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  const twelve = String(Number(hour) % 12 || 12).padStart(2, '0');
  await tabTo(page, selector);
  await page.keyboard.type(`${month}${day}${year}`);
  await page.keyboard.press('ArrowRight'); // a year may have six digits, so the control waits for more
  await page.keyboard.type(`${twelve}${minute}${half}`);
}

/** From the page of a link to the step: signs in by keyboard, as somebody of the example staff. */
export async function signIn(page: Page, who: string): Promise<void> {
  const enter = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await tabTo(page, 'a.button[href^="/sign-in"]');
  await enter();
  await typeInto(page, '[name="signer"]', who);
  await typeInto(page, '[name="pin"]', EXAMPLE_PIN);
  await enter();
}

/** True when nothing is wider than the window. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
