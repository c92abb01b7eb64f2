/**
 * Keeps the alerts as the findings about dossiers have them. Facts bring dossiers here, each once (`follow`); time brings them again
 * when it alone may have changed something (`look`). Both hold what stands against what is found now and write the difference, so a
 * round that is lost, repeated or late ends in the same alerts.
 */
import { minuteOf, tickAlert } from '@lien-thong/domain';
import type { Dossier, Instant, Minute, ReactionMinutes, RiskContext } from '@lien-thong/domain';
import type { ClockPort, Ids, Reference } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Follow } from '../follow/feed-follower.js';
import type { Statement } from '../store/columns.js';
import { LEDGER_READS, LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { AlertBook } from './alert-book.js';
import { nextSystemsChange, takeOverSystems } from './outages-looked-at.js';
import { lookAtRungs } from './rung-look.js';
import { Supervision } from './supervision.js';
import { dueToLook, nextToLook, watch } from './watch-rows.js';
import { lookAtWhole } from './whole-look.js';
import type { Looked, Read } from './whole-look.js';
import { writeFindings } from './write-findings.js';

/** Dossiers of one transaction of `look`: few enough that whoever acts on an alert waits for some tens of milliseconds. */
const LOOK_LIMIT = 500;

const TICKING: Statement = {
  name: 'alerts-ticking',
  text: `select id from alert where escalates_at <= $1 union select id from alert where snoozed_until <= $2 limit $3`,
};
const NEXT_TICK: Statement = {
  name: 'alerts-next-tick',
  text: `select least(
      (select min(escalates_at) from alert where escalates_at is not null),
      (select ceil(extract(epoch from min(snoozed_until)) / 60)::integer from alert where snoozed_until is not null))`,
};

export interface AlertPorts {
  readonly pool: Pool;
  readonly clock: ClockPort;
  readonly ids: Ids;
  readonly reference: Pick<Reference, 'rulesOf' | 'legalCalendar'>;
  readonly acquaint: (pins: readonly Dossier['pin'][]) => Promise<void>;
  readonly reaction: ReactionMinutes;
}

export class AlertProjection {
  constructor(private readonly ports: AlertPorts) {}

  /** What follows from facts, in the transaction that notes them as read. */
  readonly follow: Follow = async (wire, read) => {
    const now = this.ports.clock.now();
    const book = await AlertBook.open(wire);
    const { findings, rest } = await lookAtRungs(wire, read, now);
    const looked = await this.whole(wire, rest, { now, systemsDown: book.systemsDown });
    await this.write(wire, book, { ...looked, findings: [...findings, ...looked.findings] }, now);
  };

  /**
   * What time has brought: dossiers that are due to be looked at, snoozes that are over, alerts nobody has reacted to. Resolves to how
   * many of them one transaction took; 0 when nothing is due.
   */
  look(): Promise<number> {
    return inTransaction(this.ports.pool, LEDGER_WRITES, async (wire) => {
      const now = this.ports.clock.now();
      const book = await AlertBook.open(wire);
      const systemsDown = await takeOverSystems(wire, book.systemsDown, now);
      const ids = await dueToLook(wire, minuteOf(now), LOOK_LIMIT);
      const read = new Map(ids.map((id) => [id, []] as const));
      await this.write(wire, book, await this.whole(wire, read, { now, systemsDown }), now);
      return ids.length + (await this.tick(wire, book, now));
    });
  }

  /** The minute at which `look` has something to do again; null when only a fact can bring it something. */
  async nextLook(): Promise<Minute | null> {
    return inTransaction(this.ports.pool, LEDGER_READS, async (wire) => {
      const systems = nextSystemsChange(wire, this.ports.clock.now());
      const [looks, [row], changes] = await Promise.all([nextToLook(wire), wire.send(NEXT_TICK), systems]);
      const minutes = [looks, row?.integerOrNull() ?? null, changes].flatMap((minute) => minute ?? []);
      return minutes.length === 0 ? null : (Math.min(...minutes) as Minute);
    });
  }

  private whole(wire: Wire, read: Read, context: RiskContext): Promise<Looked> {
    const { reference, acquaint } = this.ports;
    return lookAtWhole(read, { wire, acquaint, context, rulesOf: (pin) => reference.rulesOf(pin) });
  }

  private async write(wire: Wire, book: AlertBook, looked: Looked, now: Instant): Promise<void> {
    const { ids } = this.ports;
    if (looked.findings.some(({ changes }) => changes.length > 0)) {
      const supervision = await this.supervision(wire);
      await writeFindings(looked.findings, { wire, book, supervision, ids, now });
    }
    await watch(wire, looked);
  }

  private async tick(wire: Wire, book: AlertBook, now: Instant): Promise<number> {
    const rows = await wire.send(TICKING, [minuteOf(now), now, LOOK_LIMIT]);
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.text());
    const [supervision] = await Promise.all([this.supervision(wire), book.readByIds(ids)]);
    let ticked = 0;
    for (const id of ids) {
      const alert = book.get(id);
      if (alert === null) continue;
      const facts = tickAlert(alert, { escalatesAt: supervision.escalatesAt(alert), now });
      ticked += book.note(id, facts, { at: now, actor: { kind: 'engine' } }).length;
    }
    await book.write();
    return ticked;
  }

  private supervision(wire: Wire): Promise<Supervision> {
    const { reference, reaction } = this.ports;
    return Supervision.read(wire, { reference, reaction });
  }
}
