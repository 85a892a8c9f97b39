import assert from 'node:assert/strict';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../tools/chromium.ts';

/** Why browser tests are skipped here; false where they run. */
export const skipped: string | false = chromiumPath === undefined ? 'no chromium is installed' : false;

/** A browser that writes down what must never happen on the desk. */
export interface WatchedBrowser {
  readonly browser: Browser;
  /** What happened that must not; `noFaults` empties it. */
  readonly faults: string[];
  open(options: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  noFaults(): void;
  close(): Promise<void>;
}

/** Opens the browser; every page it opens is watched for errors and for requests that leave `origin()`. */
export async function openBrowser(origin: () => string): Promise<WatchedBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath as string, args: [...chromiumArgs] });
  const faults: string[] = [];
  const asked = new Map<Request, string>();
  return {
    browser,
    faults,
    async open(options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('console', (message) => {
        // Chromium tells of all that the sandbox and the policy of a stored page held back: that is the proof, not a fault.
        const heldBack = /\/pages\/[\w-]+\/raw|about:srcdoc/.test(`${message.location().url} ${message.text()}`);
        const told = /sandboxed|violates the following Content Security Policy/;
        if (message.type() === 'error' && !(heldBack && told.test(message.text())))
          faults.push(`${page.url()} says ${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => faults.push(`${page.url()} threw ${error.message}`));
      page.on('dialog', (dialog) => {
        faults.push(`${page.url()} opened a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        if (!request.url().startsWith(origin()) && !/^(data|blob):/.test(request.url()))
          asked.set(request, request.url());
      });
      // What the policy of a stored page stopped never left; it is asked for in name alone.
      context.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') asked.delete(request);
      });
      return { context, page };
    },
    noFaults() {
      for (const address of asked.values()) faults.push(`asked ${address}`);
      asked.clear();
      assert.deepEqual(faults.splice(0), []);
    },
    close: () => browser.close(),
  };
}

/** Adds up the shifts of layout of a page while it loads (CLS, without the grace for what a person pressed). */
export async function measureShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
}
