import { DatabaseError, type Client } from 'pg';

/** Months ahead of now for which a partition is kept ready; each run of `migrate` adds what is missing. */
const MONTHS_AHEAD = 24;

interface Month {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The least UUID of version 7 born at or after that instant: 48 bits of milliseconds, then nothing. */
export function firstUuidAt(millis: number): string {
  const hex = millis.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function month(year: number, index: number): Month {
  const start = Date.UTC(year, index);
  return {
    name: `event_${new Date(start).toISOString().slice(0, 7).replace('-', '_')}`,
    from: firstUuidAt(start),
    to: firstUuidAt(Date.UTC(year, index + 1)),
  };
}

/** A row of the default partition lies in the month that was to get its own. */
const WOULD_STRAND_ROWS = '23514';

/**
 * Adds the journal's partitions for the month of `now` (UTC), the one before it and those ahead; returns the names of the new ones.
 * A month whose events have already gone to `event_default`, because nobody ran this for two years, stays there.
 */
export async function addJournalPartitions(migrator: Client, now: Date): Promise<string[]> {
  const added: string[] = [];
  for (let offset = -1; offset <= MONTHS_AHEAD; offset++) {
    const wanted = month(now.getUTCFullYear(), now.getUTCMonth() + offset);
    const { rows } = await migrator.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      wanted.name,
    ]);
    if (rows[0]?.there === false && (await addPartition(migrator, wanted))) added.push(wanted.name);
  }
  return added;
}

async function addPartition(migrator: Client, { name, from, to }: Month): Promise<boolean> {
  await migrator.query('begin');
  try {
    await migrator.query(`create table ${name} partition of event for values from ('${from}') to ('${to}')`);
    // Unique within a month of birth: an index over all partitions would have to contain the dossier.
    await migrator.query(`create unique index ${name}_event_id on ${name} (id)`);
    await migrator.query(`alter table ${name} enable row level security`);
    await migrator.query(`alter table ${name} force row level security`);
    const born = name.slice('event_'.length).replace('_', '-');
    await migrator.query(`comment on table ${name} is 'Events of dossiers born in ${born} (UTC)'`);
    await migrator.query('commit');
    return true;
  } catch (error) {
    await migrator.query('rollback');
    if (error instanceof DatabaseError && error.code === WOULD_STRAND_ROWS) return false;
    throw error;
  }
}
