/** Everything stored of the dossiers, put aside, so that a spec may change it and then put it back. */
import type { Client } from 'pg';

const TABLES = ['dossier', 'event', 'clock', 'segment', 'party', 'lateness', 'late_stretch'] as const;

export interface PutAside {
  readonly putBack: () => Promise<void>;
}

/** Needs a superuser: row-level security binds the owner of the tables as well, and no policy lets anybody change a journal. */
export async function putAside(superuser: Client): Promise<PutAside> {
  for (const table of TABLES) await superuser.query(`create temporary table kept_${table} as table ${table}`);
  return {
    putBack: async () => {
      await superuser.query('begin');
      for (const table of TABLES) {
        await superuser.query(`delete from ${table}`);
        await superuser.query(`insert into ${table} select * from kept_${table}`);
      }
      await superuser.query('commit');
    },
  };
}
