/** What somebody with every right in the database could do to a dossier that came to its end, and what `verify` must say of it. */
import { DONG_HAI, HAI_AN } from './dossier-steps.js';

const moved = (seq: number, to: number) => `update event set seq = ${to} where dossier_id = $1 and seq = ${seq}`;

export interface Tampering {
  readonly that: string;
  readonly statements: readonly string[];
  /** What the report says after the dossier: the first bad row and the field. */
  readonly named: RegExp;
}

const ON_JOURNAL: readonly Tampering[] = [
  {
    that: 'another outcome in the journal',
    statements: [
      `update event set data = jsonb_set(data, '{outcome}', '"refused"') where dossier_id = $1 and type = 'dossier.decided.v1'`,
    ],
    named: /^event \d+: content: "[0-9a-f]{64}" ≠ "[0-9a-f]{64}"$/,
  },
  {
    that: 'a fact said to have happened a minute before',
    statements: [`update event set occurred_at = occurred_at - interval '1 minute' where dossier_id = $1 and seq = 2`],
    named: /^event 2: content: /,
  },
  {
    that: 'another officer’s agency for an act',
    statements: [`update event set actor_agency = 'haiphong-dong-hai' where dossier_id = $1 and seq = 1`],
    named: /^event 1: content: /,
  },
  {
    that: 'an event taken out of the middle',
    statements: ['delete from event where dossier_id = $1 and seq = 3'],
    named: /^event 3: seq: 3 ≠ 4$/,
  },
  {
    that: 'its last event taken away',
    statements: [
      'delete from event where dossier_id = $1 and seq = (select max(seq) from event where dossier_id = $1)',
    ],
    named: /^dossier [0-9a-f-]{36}: /,
  },
  {
    that: 'its whole journal taken away',
    statements: ['delete from event where dossier_id = $1'],
    named: /^event 1: seq: 1 ≠ null$/,
  },
  {
    that: 'two events in each other’s place',
    statements: [moved(2, 9002), moved(3, 2), moved(9002, 3)],
    named: /^event 2: prevHash: /,
  },
];

const ON_ROWS: readonly Tampering[] = [
  {
    that: 'an event shown to an agency it does not concern',
    statements: [`update event set shown_to = '{haiphong-thue}' where dossier_id = $1 and seq = 2`],
    named: /^event 2: shownTo: \[\] ≠ \["haiphong-thue"\]$/,
  },
  {
    that: 'a row that cannot be read',
    statements: [`update dossier set intake = 'null' where id = $1`],
    named: /^dossier [0-9a-f-]{36}: row: "rows that can be read" ≠ "TypeError: /,
  },
  {
    that: 'a fact that happened at no time at all',
    statements: [`update event set occurred_at = 'infinity' where dossier_id = $1 and seq = 3`],
    named: /^dossier [0-9a-f-]{36}: row: "rows that can be read" ≠ "/,
  },
  {
    that: 'an hour less on the account of an agency',
    statements: [
      `update segment set legal_minutes = legal_minutes - 60 where dossier_id = $1
        and n = (select min(n) from segment where dossier_id = $1 and legal_minutes >= 60)`,
    ],
    named: /^segment \d+: legalMinutes: (\d+) ≠ (\d+)$/,
  },
  {
    that: 'a gap between two owners',
    statements: [
      `update segment set from_minute = from_minute + 1, legal_minutes = legal_minutes - 1
        where dossier_id = $1 and n = (select max(n) from segment where dossier_id = $1 and legal_minutes > 1 and n > 1)`,
    ],
    named: /^segment \d+: from: (\d+) ≠ (\d+)$/,
  },
  {
    that: 'two owners of one minute',
    statements: [
      `update segment set to_minute = to_minute + 1 where dossier_id = $1
        and n = (select min(n) from segment where dossier_id = $1)`,
    ],
    named: /^segment \d+: to: (\d+) ≠ (\d+)$/,
  },
  {
    that: 'the minutes of one agency on the account of another',
    statements: [
      `update segment set owner_agency = '${HAI_AN}' where dossier_id = $1 and owner_agency = '${DONG_HAI}'`,
    ],
    named: new RegExp(`^segment \\d+: owner.agencyId: "${DONG_HAI}" ≠ "${HAI_AN}"$`),
  },
  {
    that: 'no segment any more for one of its owners',
    statements: [`delete from segment where dossier_id = $1 and n = 2`],
    named: /^segment 2: row: /,
  },
  {
    that: 'late minutes of the decider put on the sender',
    statements: [
      `update late_stretch set owner_agency = '${HAI_AN}' where dossier_id = $1 and owner_agency = '${DONG_HAI}'`,
    ],
    named: new RegExp(`^lateness "?late"?: stretches.0.owner.agencyId: "${DONG_HAI}" ≠ "${HAI_AN}"$`),
  },
  {
    that: 'a late dossier reported as in time',
    statements: [
      'delete from late_stretch where dossier_id = $1',
      `update lateness set state = 'inTime', minutes = 0, since_minute = null where dossier_id = $1 and state = 'late'`,
    ],
    named: /^lateness "?late"?: minutes: (\d+) ≠ 0$/,
  },
  {
    that: 'no account of its lateness at all',
    statements: ['delete from lateness where dossier_id = $1'],
    named: /^lateness "?late"?: row: /,
  },
  {
    that: 'ten minutes less used of the limit of the law',
    statements: [`update clock set used = used - 10 where dossier_id = $1 and id = 'legal'`],
    named: /^clock "?legal"?: used: (\d+) ≠ (\d+)$/,
  },
  {
    that: 'a breach that is no longer there',
    statements: [`update clock set breached = false where dossier_id = $1 and id = 'legal' and breached`],
    named: /^clock "?legal"?: breached: true ≠ false$/,
  },
  {
    that: 'another agency with custody, though it was never handed back',
    statements: [`update dossier set holder = '${DONG_HAI}' where id = $1`],
    named: new RegExp(`^dossier [0-9a-f-]{36}: holder: "${HAI_AN}" ≠ "${DONG_HAI}"$`),
  },
  {
    that: 'no row of its own any more, as if it had never been',
    statements: ['delete from dossier where id = $1'],
    named: /^dossier [0-9a-f-]{36}: row: "of clock \d+, custody_receipt \d+, event \d+, [^"]*" ≠ null$/,
  },
  {
    that: 'nothing left of it but what its parties were told',
    statements: [
      ...['event', 'clock', 'segment', 'party', 'lateness'].map(
        (table) => `delete from ${table} where dossier_id = $1`,
      ),
      'delete from dossier where id = $1',
    ],
    named: /^dossier [0-9a-f-]{36}: row: "of custody_receipt \d+, feed \d+" ≠ null$/,
  },
  {
    that: 'no row for an agency that is party',
    statements: [`delete from party where dossier_id = $1 and role = 'competent' and agency_id = '${DONG_HAI}'`],
    named: new RegExp(`^party ${DONG_HAI} competent: row: `),
  },
];

export const TAMPERINGS: readonly Tampering[] = [...ON_JOURNAL, ...ON_ROWS];
