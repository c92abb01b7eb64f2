/**
 * Holds the alerts against what they follow from: each row against a fold of its events, its members against its counts, the numbers of
 * events against their counter, and the findings that stand of each dossier against those that hold of it now.
 */
import { alertKey, canonicalJson, foldAlert, groundsOf, groundKey, minuteOf } from '@lien-thong/domain';
import type { DossierFile, DossierId, Instant, StandingMember } from '@lien-thong/domain';
import type { Reference } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers } from '../store/dossier-loading.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { ALERT_COLUMNS, EVENT_COLUMNS, readAlert, readAlertEvent } from './alert-rows.js';
import type { NumberedEvent, StoredAlert } from './alert-rows.js';
import { standingOf } from './member-rows.js';
import { watchedOf } from './watch-rows.js';

export interface AlertFinding {
  /** Alert or dossier it is about; null: about the numbers of events. */
  readonly id: string | null;
  readonly what: 'row' | 'members' | 'numbers' | 'standing';
  readonly expected: unknown;
  readonly found: unknown;
}

export interface AlertReport {
  readonly alerts: number;
  readonly dossiers: number;
  /** Dossiers whose latest facts or whose due minute the alerts have not come to yet: not held against anything. */
  readonly pending: number;
  readonly findings: readonly AlertFinding[];
}

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

const NUMBERS: Statement = {
  name: 'verify-alert-numbers',
  text: `select (select last from alert_counter), (select count(*) from alert_event), (select coalesce(max(n), 0) from alert_event)`,
};
const ALERTS: Statement = {
  name: 'verify-alerts',
  text: `select ${ALERT_COLUMNS} from alert a where a.id > $1 order by a.id limit ${PAGE}`,
};
const EVENTS: Statement = {
  name: 'verify-alert-events',
  text: `select ${EVENT_COLUMNS} from alert_event e where e.alert_id = any ($1::uuid[]) order by e.n`,
};
/** Members as their rows have them: open at each level, ever joined, withdrawn. */
const COUNTS: Statement = {
  name: 'verify-alert-counts',
  text: `select a.id,
      count(m.alert_id) filter (where m.closed_at is null and m.level = 'unknown'),
      count(m.alert_id) filter (where m.closed_at is null and m.level = 'warning'),
      count(m.alert_id) filter (where m.closed_at is null and m.level = 'high'),
      count(m.alert_id) filter (where m.closed_at is null and m.level = 'breached'),
      count(m.alert_id),
      count(m.alert_id) filter (where m.close_reason not in ('resolved', 'moved'))
    from alert a left join alert_member m on m.alert_id = a.id where a.id = any ($1::uuid[]) group by a.id`,
};
const DOSSIERS: Statement = {
  name: 'verify-alert-dossiers',
  text: `select id from dossier where id > $1 order by id limit ${PAGE}`,
};
const SYSTEMS: Statement = { name: 'verify-alert-systems', text: 'select systems from alert_counter' };
/** Agencies whose newest facts have not been followed. */
const BEHIND: Statement = {
  name: 'verify-alerts-behind',
  text: `select c.agency_id from feed_counter c left join follower_cursor f on f.follower = 'alerts' and f.agency_id = c.agency_id
    where c.last > coalesce(f.n, 0)`,
};

function differs(id: string | null, what: AlertFinding['what'], [expected, found]: readonly [unknown, unknown]) {
  return canonicalJson(expected) === canonicalJson(found) ? [] : [{ id, what, expected, found }];
}

function rowFinding({ alert, lastN }: StoredAlert, events: readonly NumberedEvent[]): readonly AlertFinding[] {
  const folded = { alert: foldAlert(events.map(({ event }) => event)), lastN: events.at(-1)?.n ?? 0 };
  return differs(alert.id, 'row', [folded, { alert, lastN }]);
}

function byAlert(events: readonly NumberedEvent[]): ReadonlyMap<string, readonly NumberedEvent[]> {
  const groups = new Map<string, NumberedEvent[]>();
  for (const each of events) {
    const group = groups.get(each.event.alertId);
    if (group === undefined) groups.set(each.event.alertId, [each]);
    else group.push(each);
  }
  return groups;
}

async function alertFindings(wire: Wire, stored: readonly StoredAlert[]): Promise<readonly AlertFinding[]> {
  const ids = binaryArray(
    'uuid',
    stored.map(({ alert }) => alert.id),
  );
  const [eventRows, countRows] = await Promise.all([wire.send(EVENTS, [ids]), wire.send(COUNTS, [ids])]);
  const events = byAlert(eventRows.map(readAlertEvent));
  const counted = new Map(
    countRows.map((row) => {
      const id = row.text();
      const [unknown, warning, high, breached] = [row.integer(), row.integer(), row.integer(), row.integer()];
      return [id, { counts: { unknown, warning, high, breached }, total: row.integer(), withdrawn: row.integer() }];
    }),
  );
  return stored.flatMap((each) => {
    const { id, counts, membersTotal, membersWithdrawn } = each.alert;
    const told = { counts, total: membersTotal, withdrawn: membersWithdrawn };
    return [...rowFinding(each, events.get(id) ?? []), ...differs(id, 'members', [counted.get(id) ?? null, told])];
  });
}

/** What of a finding has to agree. */
function asHeld(file: DossierFile, { reference, now, systemsDown }: Now): readonly string[] {
  const rules = reference.rulesOf(file.dossier.pin);
  return groundsOf(file, rules, { now, systemsDown })
    .map((ground) => [groundKey(ground), alertKey(ground.common), ground.level, ground.told.join()].join(' '))
    .sort();
}

function asStanding(members: readonly StandingMember[]): readonly string[] {
  return members
    .map(({ rule, clockId, epoch, key, level, told }) => [rule, clockId, epoch, key, level, told.join()].join(' '))
    .sort();
}

interface Standing {
  readonly pending: number;
  readonly findings: readonly AlertFinding[];
}

interface Now {
  readonly reference: Pick<Reference, 'rulesOf'>;
  readonly now: Instant;
  readonly behind: ReadonlySet<string>;
  readonly systemsDown: readonly string[];
}

async function standingFindings(wire: Wire, ids: readonly DossierId[], at: Now): Promise<Standing> {
  const loaded = await loadDossiers(wire, ids, 'open');
  const [standing, watched] = await Promise.all([standingOf(wire, ids), watchedOf(wire, ids)]);
  let pending = 0;
  const findings = [...loaded].flatMap(([id, { file }]) => {
    const looksAt = watched.get(id)?.looksAt ?? null;
    if (at.behind.has(file.dossier.pin.receivingAgency) || (looksAt !== null && looksAt <= minuteOf(at.now))) {
      pending += 1;
      return [];
    }
    return differs(id, 'standing', [asHeld(file, at), asStanding(standing.get(id) ?? [])]);
  });
  return { pending, findings };
}

async function numbersFinding(wire: Wire): Promise<readonly AlertFinding[]> {
  const [row] = await wire.send(NUMBERS);
  const [last, events, greatest] = [row?.integer(), row?.integer(), row?.integer()];
  return differs(null, 'numbers', [
    { events: last, greatest: last },
    { events, greatest },
  ]);
}

/** Goes through all alerts and all dossiers, in pages of one snapshot; nothing follows from dossiers that are `unsound` themselves. */
export async function verifyAlerts(
  pool: Pool,
  reference: Pick<Reference, 'rulesOf'>,
  { now, unsound = new Set() }: { readonly now: Instant; readonly unsound?: ReadonlySet<DossierId> },
): Promise<AlertReport> {
  return inTransaction(pool, LEDGER_READS, async (wire) => {
    const findings = [...(await numbersFinding(wire))];
    let [alerts, dossiers, pending] = [0, 0, 0];
    for (let after = FIRST; ;) {
      const page = (await wire.send(ALERTS, [after])).map(readAlert);
      if (page.length === 0) break;
      findings.push(...(await alertFindings(wire, page)));
      alerts += page.length;
      after = page.at(-1)?.alert.id ?? after;
    }
    const behind = new Set((await wire.send(BEHIND)).map((row) => row.text()));
    const [counter] = await wire.send(SYSTEMS);
    const systemsDown = counter?.words() ?? [];
    for (let after: string = FIRST; ;) {
      const ids = (await wire.send(DOSSIERS, [after])).map((row) => row.text() as DossierId);
      if (ids.length === 0) break;
      const sound = ids.filter((id) => !unsound.has(id));
      const page = await standingFindings(wire, sound, { reference, now, behind, systemsDown });
      findings.push(...page.findings);
      [dossiers, pending] = [dossiers + sound.length, pending + page.pending];
      after = ids.at(-1) ?? after;
    }
    return { alerts, dossiers, pending, findings };
  });
}
