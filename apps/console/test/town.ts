/** A service that serves the console, and officers who sit down before it in real browsers. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { createClient } from '@lien-thong/client';
import type { Client } from '@lien-thong/client';
import { CHROMIUM_ARGUMENTS, HOW_TO_INSTALL_CHROMIUM, findChromium } from '../../../infra/chromium/find-chromium.mjs';
import { startHub } from '../../../infra/testing/hub.js';
import type { Hub } from '../../../infra/testing/hub.js';

/** What wards have. */
const SCREEN = { width: 1366, height: 768 };
const WAITS_MS = 20_000;

export interface Sitting {
  readonly language?: 'vi' | 'en';
  /** Shown the tour of the first visit; otherwise it was seen before. */
  readonly firstVisit?: boolean;
  /** An account that was made by an admin, not by the demonstration. */
  readonly unlisted?: boolean;
  readonly context?: BrowserContextOptions;
}

/** What a page must not do: throw, or be refused something by its own policy. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Another window of the same browser. */
  readonly open: (path: string) => Promise<Page>;
  /** Of all its windows. */
  readonly complaints: readonly string[];
}

export class Town {
  private constructor(
    readonly hub: Hub,
    readonly browser: Browser,
  ) {}

  /** The stepped clock stands at `start`. */
  static async at(start: string): Promise<Town> {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error(HOW_TO_INSTALL_CHROMIUM.english);
    const hub = await startHub(start);
    try {
      return new Town(hub, await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] }));
    } catch (fault) {
      await hub.close();
      throw fault;
    }
  }

  /** An officer of the demonstration signs in as people do, in a window of his own. */
  async sit(account: string, sitting: Sitting = {}): Promise<Desk> {
    const { language = 'vi', firstVisit = false, unlisted = false, context = {} } = sitting;
    const { url } = this.hub;
    const own = await this.browser.newContext({ viewport: SCREEN, locale: 'vi-VN', ...context });
    await own.addInitScript(
      ([spoken, seen]) => {
        // An empty window before its first page has no storage.
        if (self.origin === 'null') return;
        if (localStorage.getItem('lienthong.language') === null) localStorage.setItem('lienthong.language', spoken);
        if (seen !== '') localStorage.setItem('lienthong.guided', seen);
      },
      [language, firstVisit ? '' : 'clerk supervisor admin auditor'] as const,
    );
    // Before the test is given up, so that it says what it waited for.
    own.setDefaultTimeout(WAITS_MS);
    const complaints: string[] = [];
    own.on('page', (page) => listenTo(page, complaints));
    const page = await own.newPage();
    await page.goto(`${url}/sign-in`);
    const button = page.getByRole('button').and(page.locator(`[data-account="${account}"]`));
    // Who was taken on today does not stand in the list of the demonstration.
    if (unlisted) await page.request.post(`${url}/demo/sign-in`, { data: { account }, headers: { origin: url } });
    await (unlisted ? page.goto(url) : button.click());
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'));
    await page.getByRole('banner').waitFor();
    const open = async (path: string) => {
      const another = await own.newPage();
      await another.goto(`${url}${path}`);
      return another;
    };
    return { page, context: own, open, complaints };
  }

  /** The same service as an agency's software sees it, to prepare what somebody then finds on his screen. */
  software(agency: string): Client {
    return createClient({ baseUrl: this.hub.url, credentials: { kind: 'apiKey', key: this.hub.key(agency) } });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.hub.close();
  }
}

function listenTo(page: Page, complaints: string[]): void {
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('console', (message) => {
    // A refused request is told by the browser, too; what the page makes of it is the page's business.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`the page asks: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
