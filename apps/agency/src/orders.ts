/**
 * What an operator or a director may tell a running office, as JSON:
 *
 *   {"do":"work","at":"2026-03-02T09:00:00+07:00"}     do everything that is due then, and answer when nothing is left
 *   {"do":"look","at":"…"}                              read what is new, and say when there is something to do
 *   {"do":"take","name":"d1","at":"…","dossier":{…}}   a dossier is handed in at the counter (form: see counter.ts)
 *   {"do":"cut"} · {"do":"restore"}                     the line is cut; it is back
 *   {"do":"status"}                                     the queue, conflicts, dead letters, the line
 *   {"do":"amend","id":"…","occurredAt":"…"}           send a refused act again, with another time
 *   {"do":"drop","id":"…"}                              give a refused act up
 *   {"do":"redrive","dossier":"<id>"}                   try a dead letter again
 *   {"do":"stop"}                                       end
 *
 * Each is answered with one object: {"ok":true,"do":…,…} or {"ok":false,"do":…,"error":…}.
 */
import type { Agency } from './agency.js';
import type { HandedIn } from './counter.js';
import type { Line } from './line.js';

export interface Order {
  readonly do: string;
  readonly at?: string;
  readonly id?: string;
  readonly name?: string;
  readonly dossier?: string | HandedIn;
  readonly occurredAt?: string;
}
export type OrderAnswer = { readonly ok: boolean; readonly do: string } & Readonly<Record<string, unknown>>;

/** Carries an order out. Never throws: what goes wrong is in the answer. */
export async function obey(order: Order, agency: Agency, line: Line): Promise<OrderAnswer> {
  try {
    return { ok: true, do: order.do, ...(await carriedOut(order, agency, line)) };
  } catch (fault) {
    return { ok: false, do: String(order.do), error: fault instanceof Error ? fault.message : String(fault) };
  }
}

async function carriedOut(order: Order, agency: Agency, line: Line): Promise<object> {
  switch (order.do) {
    case 'work': {
      const acts = await agency.work(needed(order, 'at'));
      return { at: order.at, acts, next: agency.nextDue() };
    }
    case 'look':
      await agency.consumer.catchUp();
      return { next: agency.nextDue() };
    case 'take': {
      const { dossier } = order;
      if (typeof dossier !== 'object') throw new Error('"dossier" is missing');
      return { id: await agency.counter.handIn(needed(order, 'name'), dossier, needed(order, 'at')) };
    }
    case 'cut':
    case 'restore':
      line.isCut = order.do === 'cut';
      return {};
    case 'status':
      return { status: agency.status() };
    case 'amend': {
      const { occurredAt } = order;
      return found(await agency.queue.amend(needed(order, 'id'), occurredAt === undefined ? {} : { occurredAt }));
    }
    case 'drop':
      return found(await agency.queue.drop(needed(order, 'id')));
    case 'redrive':
      return found(await agency.consumer.redrive(needed(order, 'dossier')));
    case 'stop':
      return {};
    default:
      throw new Error(`nobody here knows how to "${order.do}"`);
  }
}

function needed(order: Order, name: 'at' | 'id' | 'name' | 'dossier'): string {
  const value = order[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`"${name}" is missing`);
}

function found(was: boolean): object {
  if (!was) throw new Error('there is no such conflict or dead letter');
  return {};
}
