/** Sends one act of the queue, and notes what became of it. */
import type { Command, Opening } from '../api/schemas.generated.js';
import type { Result, Trouble } from '../http/result.js';
import type { QueueItem, QueueRecord } from './item.js';
import type { QueueOptions } from './options.js';
import type { QueueMemory } from './queue-memory.js';

interface Surrounding extends QueueOptions {
  readonly memory: QueueMemory;
  readonly write: (record: QueueRecord) => Promise<void>;
}

type Outcome =
  | { readonly kind: 'sent' | 'conflict' }
  /** Nothing is wrong with the act: the line is down, or the service refuses this software as a whole. */
  | { readonly kind: 'line'; readonly problem: Trouble };

/** The head of the dossier's receipts had moved between signing and arrival: sign again, this often at most. */
const RESEALS = 5;
const STALE_SEAL = 'receipt-stale';

export async function sendAct(item: QueueItem, around: Surrounding): Promise<Outcome> {
  for (let seals = 1; ; seals += 1) {
    const body = await sealedBody(around.memory.find(item.act.id) ?? item, around);
    const result: Result<{ code: string }> =
      'status' in body ? { ok: false, problem: body } : await asked(item, body, around);
    if (result.ok) {
      const state = { kind: 'sent', answer: result.value } as Extract<QueueRecord, { kind: 'state' }>['state'];
      await around.write({ kind: 'state', id: item.act.id, state });
      return { kind: 'sent' };
    }
    const { problem } = result;
    if (isOfTheLine(problem)) return { kind: 'line', problem };
    const isStale = (problem.code as string) === STALE_SEAL && around.seal !== undefined && seals < RESEALS;
    if (isStale) {
      await around.write({ kind: 'sealed', id: item.act.id, body: null });
      continue;
    }
    await around.write({ kind: 'state', id: item.act.id, state: { kind: 'conflict', problem } });
    return { kind: 'conflict' };
  }
}

async function sealedBody(
  { act, sealed }: QueueItem,
  { seal, memory, write }: Surrounding,
): Promise<Opening | Command | Trouble> {
  if (sealed !== null) return sealed;
  if (seal === undefined) return act.body;
  const body = await seal(act, act.target === null ? null : memory.codeOf(act.target));
  if (!('status' in body)) await write({ kind: 'sealed', id: act.id, body });
  return body;
}

function asked(
  { act: { id: idempotencyKey, target } }: QueueItem,
  body: Opening | Command,
  { client, memory }: Surrounding,
): Promise<Result<{ code: string }>> {
  // The queue itself comes back to it: one try is enough to know whether there is a line.
  const how = { retries: { giveUpAfterMs: ONE_TRY_MS } };
  if (target === null) {
    return client.openDossier({ idempotencyKey, body: body as Opening }, how) as Promise<Result<{ code: string }>>;
  }
  const code = memory.codeOf(target);
  if (code === null) throw new Error(`act ${idempotencyKey} is sent before the dossier it is about is opened`);
  const ifMatch = 'version' in target ? target.version : undefined;
  const act = { code, idempotencyKey, body: body as Command };
  return client.actOnDossier(ifMatch === undefined ? act : { ...act, ifMatch }, how) as Promise<
    Result<{ code: string }>
  >;
}

const ONE_TRY_MS = 0;

/** Unheard, overloaded, at fault, or not let in at all; everything else is an answer to this very act. */
function isOfTheLine({ status, code }: Trouble): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500 || code === 'forbidden';
}
