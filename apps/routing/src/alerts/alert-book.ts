/**
 * Alerts within one transaction: read under the lock of the counter, changed by facts, written set-based at the end. Whoever writes
 * alerts takes that lock first, so the numbers of events are gap-free, their order is the order of commits, and of two at once the
 * second decides on what the first has left.
 */
import { evolveAlert, holdsKey } from '@lien-thong/domain';
import type { Alert, AlertActor, AlertEvent, AlertFact, Instant } from '@lien-thong/domain';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import type { RowReader } from '../store/raw-row.js';
import type { Wire } from '../store/wire.js';
import { ALERT_COLUMNS, INSERT_EVENTS, UPSERT_ALERTS, readAlert } from './alert-rows.js';
import type { NumberedEvent, StoredAlert } from './alert-rows.js';

const LOCK: Statement = { name: 'alert-counter-lock', text: 'select last, systems from alert_counter for update' };
const COUNT: Statement = { name: 'alert-counter-count', text: 'update alert_counter set last = $1' };
const BY_KEY: Statement = {
  name: 'alerts-by-key',
  text: `select ${ALERT_COLUMNS} from alert a where a.key = any ($1::text[]) and a.state not in ('resolved', 'withdrawn')`,
};
const BY_ID: Statement = {
  name: 'alerts-by-id',
  text: `select ${ALERT_COLUMNS} from alert a where a.id = any ($1::uuid[])`,
};

export class AlertBook {
  private readonly alerts = new Map<string, StoredAlert>();
  private readonly ofKey = new Map<string, string>();
  private readonly written: NumberedEvent[] = [];
  private readonly changed = new Set<string>();

  private constructor(
    private readonly wire: Wire,
    private last: number,
    /** Shared systems that count as down: dossiers were looked at with these. */
    readonly systemsDown: readonly string[],
  ) {}

  /** Waits for whoever writes alerts now. To be called before any row of alerts is read or locked. */
  static async open(wire: Wire): Promise<AlertBook> {
    const [row] = await wire.send(LOCK);
    if (row === undefined) throw new Error('the table alert_counter is empty');
    return new AlertBook(wire, row.integer(), row.words());
  }

  /** Number of the newest event, those of this transaction included. */
  get lastN(): number {
    return this.last;
  }

  async readByKeys(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) this.remember(await this.wire.send(BY_KEY, [binaryArray('text', keys)]));
  }

  async readByIds(ids: readonly string[]): Promise<void> {
    const unread = ids.filter((id) => !this.alerts.has(id));
    if (unread.length > 0) this.remember(await this.wire.send(BY_ID, [binaryArray('uuid', unread)]));
  }

  get(id: string): Alert | null {
    return this.alerts.get(id)?.alert ?? null;
  }

  /** The alert that holds the key, if it was read. */
  withKey(key: string): Alert | null {
    const alert = this.get(this.ofKey.get(key) ?? '');
    return alert !== null && holdsKey(alert) ? alert : null;
  }

  /** Writes the facts down in their order; returns the number of each. */
  note(
    id: string,
    facts: readonly AlertFact[],
    { at, actor }: { readonly at: Instant; readonly actor: AlertActor },
  ): readonly number[] {
    return facts.map((fact) => {
      const event: AlertEvent = { ...fact, alertId: id, at, actor };
      const n = (this.last += 1);
      this.written.push({ n, event });
      this.alerts.set(id, { alert: evolveAlert(this.get(id), event), lastN: n });
      this.changed.add(id);
      return n;
    });
  }

  /** Events, alerts and the counter. Nothing when nothing was noted. */
  async write(): Promise<void> {
    if (this.written.length === 0) return;
    const events = this.written.splice(0);
    const alerts = [...this.changed].flatMap((id) => this.alerts.get(id) ?? []);
    this.changed.clear();
    await Promise.all([
      this.wire.send(UPSERT_ALERTS.statement, UPSERT_ALERTS.values(alerts)),
      this.wire.send(INSERT_EVENTS.statement, INSERT_EVENTS.values(events)),
      this.wire.send(COUNT, [this.last]),
    ]);
  }

  private remember(rows: readonly RowReader[]): void {
    for (const stored of rows.map(readAlert)) {
      const { alert } = stored;
      if (!this.alerts.has(alert.id)) this.alerts.set(alert.id, stored);
      if (holdsKey(alert)) this.ofKey.set(alert.key, alert.id);
    }
  }
}
