import type { CommandKey, CommitUnknown, Store } from '../ports/store.js';
import type { BatchResult } from './batch.js';
import type { Verdict } from './decide-batch.js';
import { refused } from './envelope.js';
import type { LedgerOutcome } from './envelope.js';

/** An outcome for the caller, or the fault he gets in its place. */
export type Settlement =
  { readonly ok: true; readonly outcome: LedgerOutcome } | { readonly ok: false; readonly error: unknown };

function outcome(value: LedgerOutcome): Settlement {
  return { ok: true, outcome: value };
}

/** What each caller is told once the batch is known to be committed. */
export function settleCommitted({ verdicts, answerOf }: BatchResult): readonly Settlement[] {
  return verdicts.map((verdict) => {
    switch (verdict.kind) {
      case 'fault':
        return { ok: false, error: verdict.error };
      case 'refusal':
        return outcome(refused(verdict.refusal));
      case 'replay':
        return outcome({ kind: 'accepted', replayed: true, ...verdict.answer });
      case 'act':
      case 'repeat': {
        const answer = answerOf.get(verdict.kind === 'act' ? verdict.act : verdict.of);
        if (answer === undefined) throw new Error('an act of the batch has no answer');
        return outcome({ kind: 'accepted', replayed: verdict.kind === 'repeat', ...answer });
      }
    }
  });
}

function isSure(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case 'replay':
    case 'fault':
      return true;
    case 'refusal':
      return verdict.sure;
    case 'act':
    case 'repeat':
      return false;
  }
}

/** What each caller is told when nobody can say whether the batch was committed: only what does not rest on it. */
export function settleUnknown(result: BatchResult, error: CommitUnknown): readonly Settlement[] {
  const committed = settleCommitted(result);
  return result.verdicts.map((verdict, i) => {
    const settled = committed[i];
    return settled !== undefined && isSure(verdict) ? settled : { ok: false, error };
  });
}

/** One act with a key tells for the whole batch: it is all or nothing. */
function witness({ answerOf }: BatchResult): { readonly key: CommandKey; readonly firstEvent: string } | null {
  for (const [{ key }, { eventIds }] of answerOf) {
    const [firstEvent] = eventIds;
    if (key !== null && firstEvent !== undefined) return { key, firstEvent };
  }
  return null;
}

/**
 * Whether a batch of unknown outcome was committed, read from the database: the key lock waits until the doubtful transaction has
 * ended one way or the other. `unknown` when no act of it had a key, or the database does not answer.
 */
export async function outcomeOfCommit(
  store: Store,
  result: BatchResult,
): Promise<'committed' | 'rolledBack' | 'unknown'> {
  const seen = witness(result);
  if (seen === null) return 'unknown';
  try {
    const answers = await store.transaction(async (tx) => {
      const [, found] = await Promise.all([tx.lockKeys([seen.key]), tx.loadAnswers([seen.key])]);
      return found;
    });
    // Under the same key a retry through another process may have been accepted in our place: only our own event counts.
    return answers.some(({ answer }) => answer.eventIds.includes(seen.firstEvent)) ? 'committed' : 'rolledBack';
  } catch {
    // The database is away just when it is asked: the doubt stays, and the caller is told so.
    return 'unknown';
  }
}
