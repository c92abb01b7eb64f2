/** An office on a director's time: orders come as JSON lines on standard input, each answered by one line on standard output. */
import { createInterface } from 'node:readline';
import type { Agency } from './agency.js';
import type { Line } from './line.js';
import { obey } from './orders.js';
import type { Order } from './orders.js';

/** Ends with the input, or when it is told to stop. */
export async function direct(agency: Agency, line: Line): Promise<void> {
  const say = (answer: object): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);
  // Facts come in meanwhile, but nothing is done about them before it is ordered.
  const reading = agency.consumer.run();
  say({ ok: true, do: 'start', next: agency.nextDue() });
  for await (const text of createInterface({ input: process.stdin })) {
    const order = orderIn(text);
    say(await obey(order, agency, line));
    if (order.do === 'stop') break;
  }
  await agency.close();
  await reading;
}

function orderIn(text: string): Order {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && 'do' in value ? (value as Order) : { do: text };
  } catch {
    return { do: text };
  }
}
