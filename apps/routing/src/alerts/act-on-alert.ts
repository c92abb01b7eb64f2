import { Inject, Injectable } from '@nestjs/common';
import { decideAlert, refuseAlert } from '@lien-thong/domain';
import type { AgencyId, Alert, AlertCommand, AlertPerson, AlertRefusal } from '@lien-thong/domain';
import type { ClockPort, Reference } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import type { Caller } from '../identity/caller.js';
import { CLOCK, ENV, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { AlertBook } from './alert-book.js';
import { onceOnly } from './alert-keys.js';
import type { Keyed } from './alert-keys.js';
import { reactionMinutes } from './reaction-minutes.js';
import { Supervision } from './supervision.js';

const CONCERNED: Statement = {
  name: 'alert-concerned',
  text: `select exists (select from alert_scope where alert_id = $1::uuid and agency_id = any ($2::text[]))`,
};
/** An officer in service of one of the agencies, or of one that supervises one of them. */
const ASSIGNABLE: Statement = {
  name: 'alert-assignable',
  text: `select exists (select from officer o where o.id = $1::text and o.active and (
      exists (select from alert_scope s where s.alert_id = $2::uuid and s.agency_id = o.agency_id)
      or exists (select from supervised_area w join agency g on w.area_code in ('all', g.province_code, g.commune_code)
        join alert_scope s on s.agency_id = g.id where s.alert_id = $2::uuid and w.agency_id = o.agency_id)))`,
};

/** The number of the event that was written, and the version the alert has now. */
export interface ActedOnAlert {
  readonly n: number;
  readonly version: number;
  readonly alert: Alert;
}

async function holds(wire: Wire, statement: Statement, values: readonly unknown[]): Promise<boolean> {
  const [row] = await wire.send(statement, values);
  return row?.boolean() === true;
}

/** Agencies whose alerts the caller may know of: those he watches over, and his own. */
function knownTo({ agencyId, supervises }: Caller): readonly AgencyId[] {
  return [agencyId, ...supervises];
}

/**
 * Acts of persons on alerts. Only supervisors act (DESIGN §6): an alert goes up the chain until one of its people has taken it in
 * hand, so a clerk of the slow agency must not be able to silence it; he sees it, and can be charged with it (`assign`).
 */
@Injectable()
export class ActOnAlert {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: Reference,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Writes the act down, or says why not: `alert-not-found` where the caller may not know of it, `alert-not-entitled` without the role,
   * `alert-needs-person` for software, and what the state of the alert forbids. Of two at once the second is told of the first. Under a key it
   * is done once.
   */
  actOnAlert(
    caller: Caller,
    alertId: string,
    command: AlertCommand,
    keyed: Keyed | null = null,
  ): Promise<(ActedOnAlert & { readonly replayed?: boolean }) | AlertRefusal> {
    return inTransaction(this.pool, LEDGER_WRITES, (wire) => {
      const work = () => this.act(wire, { caller, alertId, command });
      return keyed === null ? work() : onceOnly(wire, keyed, work);
    });
  }

  private async act(
    wire: Wire,
    { caller, alertId, command }: { readonly caller: Caller; readonly alertId: string; readonly command: AlertCommand },
  ): Promise<ActedOnAlert | AlertRefusal> {
    const book = await AlertBook.open(wire);
    const concerned = await holds(wire, CONCERNED, [alertId, binaryArray('text', knownTo(caller))]);
    if (!concerned) return refuseAlert('alert-not-found');
    if (!caller.roles.has('supervisor')) return refuseAlert('alert-not-entitled', { role: 'supervisor' });
    if (caller.officerId === null) return refuseAlert('alert-needs-person');
    if (command.type === 'assign' && !(await holds(wire, ASSIGNABLE, [command.to, alertId]))) {
      return refuseAlert('alert-officer-unknown', { officer: command.to });
    }
    await book.readByIds([alertId]);
    const by: AlertPerson = { officerId: caller.officerId, agencyId: caller.agencyId };
    return this.write({ wire, book }, { alertId, command, by });
  }

  private async write(
    { wire, book }: { readonly wire: Wire; readonly book: AlertBook },
    { alertId, command, by }: { readonly alertId: string; readonly command: AlertCommand; readonly by: AlertPerson },
  ): Promise<ActedOnAlert | AlertRefusal> {
    const alert = book.get(alertId);
    if (alert === null) return refuseAlert('alert-not-found');
    const reaction = reactionMinutes(this.env);
    const supervision = await Supervision.read(wire, { reference: this.reference, reaction });
    const now = this.clock.now();
    const facts = decideAlert(alert, command, { by, now, escalatesAt: supervision.escalatesAt(alert) });
    if ('refused' in facts) return facts;
    book.note(alertId, facts, { at: now, actor: { kind: 'person', ...by } });
    await book.write();
    const after = book.get(alertId) ?? alert;
    return { n: book.lastN, version: after.version, alert: after };
  }
}
