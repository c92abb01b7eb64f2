import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertService } from '../../test/alert-service.js';
import { followAlerts } from './follow-alerts.js';
import type { FollowAlertsOptions } from './follow-alerts.js';

const QUICK = { pauseMs: 5, pollEveryMs: 10, streamAgainAfterMs: 40, silenceMs: 5_000, streamFailures: 2 };

let service: AlertService;
let over: AbortController;
let heard: number[];
let lines: string[];
let restarts = 0;
let running: Promise<void>;

beforeEach(async () => {
  service = await AlertService.start();
  over = new AbortController();
  heard = [];
  lines = [];
  restarts = 0;
  running = Promise.resolve();
});
afterEach(async () => {
  over.abort();
  await service.close();
  await running;
});

function follow(options: Partial<FollowAlertsOptions> = {}): void {
  const listen = async () => {
    const news = followAlerts({
      baseUrl: service.url,
      credentials: { kind: 'apiKey', key: 'lt_k_secret' },
      signal: over.signal,
      rules: QUICK,
      onLine: (line) => lines.push(line),
      onRestart: () => {
        restarts += 1;
      },
      ...options,
    });
    for await (const { event } of news) heard.push(event.n);
  };
  running = listen();
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!what()) {
    if (Date.now() > end)
      throw new Error(`it never came to that: ${JSON.stringify({ heard, lines, asked: service.asked })}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const numbers = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

describe('whoever follows alerts', () => {
  it('hears what happens from now on, as it happens', async () => {
    service.happen();
    follow();
    await until(() => service.open === 1);
    service.happen();
    service.happen();
    await until(() => heard.length === 2);
    expect({ heard, lines }).toEqual({ heard: [2, 3], lines: ['stream'] });
  });

  it('misses nothing and hears nothing twice, however often the line is cut', async () => {
    follow({ after: 0 });
    for (let n = 1; n <= 12; n += 1) {
      service.happen();
      if (n % 3 === 0) {
        await until(() => heard.length >= n - 2);
        service.cut();
        service.happen();
        n += 1;
      }
    }
    const all = service.happen();
    await until(() => heard.at(-1) === all);
    expect(heard).toEqual(numbers(all));
    expect(service.asked.filter((each) => each.startsWith('stream')).length).toBeGreaterThan(3);
  });

  it('goes on from the number it was given', async () => {
    for (let n = 0; n < 5; n += 1) service.happen();
    follow({ after: 3 });
    await until(() => heard.length === 2);
    expect(heard).toEqual([4, 5]);
    expect(service.asked[0]).toBe('stream after 3');
  });

  it('asks where no stream gets through, and streams again when one does', async () => {
    service.streams = 'refused';
    follow({ after: 0 });
    service.happen();
    await until(() => heard.length === 1);
    expect(lines).toContain('poll');
    service.streams = 'served';
    await until(() => service.open === 1);
    service.happen();
    await until(() => heard.length === 2);
    expect(heard).toEqual([1, 2]);
    expect(lines.at(-1)).toBe('stream');
  });

  it('from now on means from now on, also when it has to ask', async () => {
    service.happen();
    service.streams = 'refused';
    follow();
    await until(() => service.asked.includes('question after now'));
    service.happen();
    await until(() => heard.length === 1);
    expect(heard).toEqual([2]);
  });

  it('is told that it may not, and goes on when it may again', async () => {
    service.streams = 401;
    service.questions = 401;
    follow({ after: 0 });
    await until(() => lines.includes('refused'));
    service.streams = 'served';
    service.questions = 'served';
    service.happen();
    await until(() => heard.length === 1);
    expect(heard).toEqual([1]);
  });

  it('begins anew when the numbers have', async () => {
    for (let n = 0; n < 5; n += 1) service.happen();
    follow({ after: 5 });
    await until(() => service.open === 1);
    service.restore(2);
    service.cut();
    await until(() => heard.length === 2);
    expect({ heard, restarts }).toEqual({ heard: [1, 2], restarts: 1 });
  });

  it('gives up a line that is silent for too long', async () => {
    follow({ after: 0, rules: { ...QUICK, silenceMs: 30 } });
    await until(() => service.asked.filter((each) => each.startsWith('stream')).length >= 2);
    service.happen();
    await until(() => heard.length === 1);
  });

  it('leaves no line open once it stops listening', async () => {
    follow();
    await until(() => service.open === 1);
    over.abort();
    await running;
    await until(() => service.open === 0);
  });
});
