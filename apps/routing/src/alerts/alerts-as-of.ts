/** The list as it was known at a former moment: alerts folded from their journals up to then. */
import { foldAlert, millisOf } from '@lien-thong/domain';
import type { Alert, AlertEvent, Instant } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import type { Statement } from '../store/columns.js';
import type { Read } from '../store/read-as.js';
import { CONCERNS, knownFinding, standingAt } from './alert-reads.js';
import type { AlertPlace, Figure, FoundAlert, Named } from './alert-reads.js';
import type { AlertFilters } from './alert-query.js';

/** More would be folded for one page than anybody reads. */
const MOST_FOLDED = 20_000;

const THERE_WERE: Statement = {
  name: 'alerts-there-were',
  text: `select a.id from alert a where ${CONCERNS} and a.opened_at <= $2::timestamptz
    and ($3::boolean or a.closed_at is null or a.closed_at > $2)
    and ($4::text is null or exists (select from alert_member m join dossier d on d.id = m.dossier_id
      where m.alert_id = a.id and ${standingAt('$2')} and d.procedure_code = $4 and ${knownFinding('$5', '$6')}))
    and cardinality($5::text[]) + cardinality($6::text[]) >= 0
    limit ${MOST_FOLDED + 1}`,
};
const JOURNALS: Statement = {
  name: 'alert-journals',
  text: `select e.alert_id as "alertId", e.at, e.kind, e.actor, e.data from alert_event e
    where e.alert_id = any ($1::uuid[]) and e.at <= $2::timestamptz order by e.n`,
};

interface Question {
  readonly filters: AlertFilters;
  readonly asOf: Instant;
  readonly named: Named;
  readonly after: AlertPlace | null;
}

/** The alerts of these journals as they were then. */
export async function foldedAlerts(read: Read, ids: readonly string[], asOf: Instant): Promise<readonly Alert[]> {
  const rows = await read<AlertEvent & object>(JOURNALS, [ids, asOf]);
  const journals = new Map<string, AlertEvent[]>();
  for (const event of rows) {
    const journal = journals.get(event.alertId);
    if (journal === undefined) journals.set(event.alertId, [event]);
    else journal.push(event);
  }
  return [...journals.values()].map(foldAlert).filter((alert) => alert !== null);
}

/** What the page and the figures need, one more than the page holds. Throws `invalid-query` where too much would be folded. */
export async function alertsAsOf(
  read: Read,
  { filters, asOf, named, after }: Question,
): Promise<{ readonly found: readonly FoundAlert[]; readonly figures: readonly Figure[] }> {
  const { own, supervised, all } = named;
  const withClosed = filters.state.some(
    (state) => state === 'settled' || state === 'resolved' || state === 'withdrawn',
  );
  const values = [all, asOf, withClosed, filters.procedure ?? null, own, supervised];
  const there = await read<{ id: string }>(THERE_WERE, values);
  if (there.length > MOST_FOLDED) throw tooMany();
  const alerts = await foldedAlerts(
    read,
    there.map(({ id }) => id),
    asOf,
  );
  const fitting = alerts.filter((alert) => fits(alert, filters));
  const placed = fitting.map((alert) => ({ alert, place: placeOf(alert, filters.sort) })).sort(inOrder);
  const rest = after === null ? placed : placed.filter(({ place }) => compared(place, after) > 0);
  const figures = fitting.map(({ rule, cause, decision, status, level }) => {
    return { rule, cause, decision, state: status, level, alerts: 1 };
  });
  return { found: rest.slice(0, filters.limit + 1), figures };
}

function fits(alert: Alert, filters: AlertFilters): boolean {
  const { state, level, rule, agency, decision, stage, assignedTo } = filters;
  return (
    state.includes(alert.status) &&
    (level?.includes(alert.level) ?? true) &&
    (rule?.includes(alert.rule) ?? true) &&
    (agency === null || alert.owner.agencyId === agency) &&
    (decision === undefined || alert.decision === decision) &&
    (stage === undefined || alert.chain[alert.stage]?.stage === stage) &&
    (assignedTo === null || alert.assignedTo === assignedTo)
  );
}

const GRAVITY = { breached: 3, high: 2, warning: 1, unknown: 1 } as const;

/** As `LOUDNESS` has it in SQL. */
function loudnessOf({ status, level, rule }: Alert): number {
  if (status === 'resolved' || status === 'withdrawn' || status === 'settled') return 0;
  return 4 * GRAVITY[level] + (rule === 'deliveryPending' ? 2 : 0) + (status === 'open' ? 1 : 0);
}

function placeOf(alert: Alert, sort: AlertFilters['sort']): AlertPlace {
  const opened = millisOf(alert.openedAt);
  return sort === 'newest' ? [0, -opened, alert.id] : [-loudnessOf(alert), opened, alert.id];
}

function compared(a: AlertPlace, b: AlertPlace): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : Number(a[2] > b[2]));
}

function inOrder(a: FoundAlert, b: FoundAlert): number {
  return compared(a.place, b.place);
}

function tooMany(): Problem {
  const reason = 'quá nhiều cảnh báo tại thời điểm đó; hãy lọc bớt';
  const reasonEn = 'too many alerts at that moment: ask for fewer';
  return new Problem('invalid-query', {}, [{ field: 'asOf', reason, reasonEn }]);
}
