/** What has just happened to an alert, put into the board that is shown: once, in its place, with counts that still agree. */
import type { Alert, AlertNews } from '@lien-thong/client';
import { LEVELS } from './alert-groups.js';
import type { Board } from './alert-groups.js';

type Counted = 'byLevel' | 'byState' | 'byRule' | 'byCause' | 'byDecision';
const COUNTED: readonly Counted[] = ['byLevel', 'byState', 'byRule', 'byCause', 'byDecision'];

/** The board after the news. News older than what is shown changes nothing: the list may have been read after it happened. */
export function merged(board: Board, { alert }: AlertNews, states: readonly string[]): Board {
  const known = board.alerts.find(({ id }) => id === alert.id);
  if (known !== undefined && isNewer(known, alert)) return board;
  const belongs = states.includes(alert.state);
  if (known === undefined && !belongs) return board;
  const alerts = board.alerts.filter(({ id }) => id !== alert.id);
  if (belongs) alerts.splice(placeOf(alert, known, board.alerts), 0, alert);
  return { ...board, alerts, counts: recounted(board.counts, known ?? null, belongs ? alert : null) };
}

const isNewer = (known: Alert, told: Alert): boolean =>
  known.changedAt > told.changedAt || known.version > told.version;

const rank = ({ level }: Alert): number => LEVELS.indexOf(level);

/** Where it was, as long as it is as grave; otherwise before the first that is no graver. */
function placeOf(alert: Alert, known: Alert | undefined, before: readonly Alert[]): number {
  if (known?.level === alert.level) return before.indexOf(known);
  const others = before.filter(({ id }) => id !== alert.id);
  const place = others.findIndex((other) => rank(other) >= rank(alert));
  return place === -1 ? others.length : place;
}

function recounted(counts: Board['counts'], before: Alert | null, after: Alert | null): Board['counts'] {
  const total = counts.total + (after === null ? 0 : 1) - (before === null ? 0 : 1);
  const moved = COUNTED.map((by) => {
    const sums: Record<string, number> = { ...counts[by] };
    if (before !== null) sums[wordOf(before, by)] = (sums[wordOf(before, by)] ?? 1) - 1;
    if (after !== null) sums[wordOf(after, by)] = (sums[wordOf(after, by)] ?? 0) + 1;
    return [by, sums] as const;
  });
  return { ...counts, ...Object.fromEntries(moved), total };
}

function wordOf(alert: Alert, by: Counted): string {
  switch (by) {
    case 'byLevel':
      return alert.level;
    case 'byState':
      return alert.state;
    case 'byRule':
      return alert.rule;
    case 'byCause':
      return alert.cause;
    case 'byDecision':
      return alert.decision.act;
  }
}

/** What is read out when it happens; everything else is seen in the list. */
export function isCall({ event }: AlertNews): boolean {
  return event.kind === 'opened' || event.kind === 'reopened' || event.kind === 'escalated';
}
