import type { Page } from 'playwright-core';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { launchChromium } from '../browser/chromium.ts';
import { startBench } from '../sign-off/bench.ts';
import { medianOf } from './measure.ts';

/** Median milliseconds from asking for a page to its first paint, in a browser on this machine. */
export interface Paint {
  readonly page: string;
  readonly ms: number;
}

const LOADS = 15;

/** The pages that people open first: behind a link before and after sign-in, and their list. */
export async function paintFigures(): Promise<readonly Paint[]> {
  const bench = await startBench();
  const browser = await launchChromium();
  try {
    const link = await bench.linkTo('Confirm eligibility');
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const { url } = bench.stack;
    const before = await firstPaint(page, `${url}${link}`);
    await page.goto(`${url}/sign-in`);
    await page.fill('[name="signer"]', 'physician');
    await page.fill('[name="pin"]', EXAMPLE_PIN);
    await Promise.all([page.waitForNavigation(), page.click('main button')]);
    return [
      { page: 'a link before sign-in', ms: before },
      { page: 'a step', ms: await firstPaint(page, `${url}${link}`) },
      { page: 'the worklist', ms: await firstPaint(page, `${url}/worklist`) },
    ];
  } finally {
    await browser.close();
    await bench.stop();
  }
}

async function firstPaint(page: Page, url: string): Promise<number> {
  const times: number[] = [];
  // The first load finds nothing warm, neither here nor in the browser.
  for (let loads = 0; loads <= LOADS; loads += 1) {
    await page.goto(url);
    const ms = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const [first] = list.getEntriesByName('first-paint');
            if (first !== undefined) resolve(first.startTime);
          });
          observer.observe({ type: 'paint', buffered: true });
        }),
    );
    if (loads > 0) times.push(ms);
  }
  return medianOf(times);
}
