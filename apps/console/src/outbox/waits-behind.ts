/** Acts of one dossier are sent in their order: one that was refused holds up those behind it, and no other dossier. */
import type { PendingAct } from './outbox.js';

/** Whether `act` waits for an earlier act of its own dossier that was refused. */
export function waitsBehind(acts: readonly Pick<PendingAct, 'id' | 'code' | 'state'>[], act: PendingAct): boolean {
  if (act.code === null || act.state.kind === 'received' || act.state.kind === 'refused') return false;
  const before = acts.slice(
    0,
    acts.findIndex(({ id }) => id === act.id),
  );
  return before.some(({ code, state }) => code === act.code && state.kind === 'refused');
}
