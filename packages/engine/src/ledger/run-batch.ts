import { CommitUnknown, StoreUnavailable } from '../ports/store.js';
import { batchIn } from './batch.js';
import type { BatchResult, LedgerPorts } from './batch.js';
import type { Envelope } from './envelope.js';
import { outcomeOfCommit, settleCommitted, settleUnknown } from './settle.js';
import type { Settlement } from './settle.js';

/** A batch whose commit was lost on the way and found undone is run again this often before its callers are told of the doubt. */
const RUNS = 3;

/** A transaction that was run to its end: committed, or nobody knows. */
interface Attempt {
  readonly result: BatchResult;
  readonly doubt: CommitUnknown | null;
}

/**
 * Settles every command of a batch: one transaction where it can be, halves of it where one command spoils it. The settlements
 * stand in the order of the envelopes.
 */
export async function runBatch(
  envelopes: readonly Envelope[],
  ports: LedgerPorts,
  runs = RUNS,
): Promise<readonly Settlement[]> {
  let attempt: Attempt;
  try {
    attempt = await inOneTransaction(envelopes, ports);
  } catch (error) {
    // A database that is away fails everybody alike: halving would only ask it again and again.
    if (envelopes.length === 1 || error instanceof StoreUnavailable) return envelopes.map(() => ({ ok: false, error }));
    return inHalves(envelopes, ports);
  }
  const { result, doubt } = attempt;
  // A batch without an act wrote nothing: what it says is true however its commit went.
  if (doubt === null || result.answerOf.size === 0) return settled(result, ports);
  switch (await outcomeOfCommit(ports.store, result)) {
    case 'committed':
      return settled(result, ports);
    case 'unknown':
      return settleUnknown(result, doubt);
    case 'rolledBack':
      return runs > 1 ? runBatch(envelopes, ports, runs - 1) : settleUnknown(result, doubt);
  }
}

async function inOneTransaction(envelopes: readonly Envelope[], ports: LedgerPorts): Promise<Attempt> {
  const ended: { result: BatchResult | null } = { result: null };
  try {
    const result = await ports.store.transaction(async (tx) => {
      ended.result = await batchIn(tx, envelopes, ports);
      return ended.result;
    });
    return { result, doubt: null };
  } catch (error) {
    if (error instanceof CommitUnknown && ended.result !== null) return { result: ended.result, doubt: error };
    throw error;
  }
}

/** One half after the other: a dossier with commands in both keeps their order. */
async function inHalves(envelopes: readonly Envelope[], ports: LedgerPorts): Promise<readonly Settlement[]> {
  const middle = Math.ceil(envelopes.length / 2);
  const first = await runBatch(envelopes.slice(0, middle), ports);
  const second = await runBatch(envelopes.slice(middle), ports);
  return [...first, ...second];
}

async function settled(result: BatchResult, { onCommitted }: LedgerPorts): Promise<readonly Settlement[]> {
  // Numbers may be lost with the answer to the commit. What is done is done: the relay's catch-up finds the entries in the feeds.
  const items = await result.items().catch(() => []);
  if (items.length > 0) onCommitted(items);
  return settleCommitted(result);
}
