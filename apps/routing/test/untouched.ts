import type { TestApp } from './app.js';

const TABLES = [
  'dossier',
  'dossier_alias',
  'party',
  'event',
  'clock',
  'segment',
  'command_key',
  'code_counter',
  'feed',
  'feed_counter',
  'private_key',
  'private',
  'private_token',
];

/** What the tables of dossiers hold: rows and a hash over all of them, by table. */
export async function contentsOf({ identities }: TestApp): Promise<Readonly<Record<string, unknown>>> {
  // Forced row-level security holds for the owner of the tables too.
  await identities.run(`select set_config('app.scope', 'ledger', false)`);
  const contents: Record<string, unknown> = {};
  for (const table of TABLES) {
    const [row] = await identities.run(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`,
    );
    contents[table] = row;
  }
  return contents;
}
