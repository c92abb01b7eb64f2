// @ts-check
/** Ledger and baseline again, over a Postgres whose every fsync takes a millisecond longer. */
import { say } from '../scripts/say.mjs';
import { openInstallation } from './installation.mjs';
import { besideBaseline } from './part-ledger.mjs';
import { slowPostgres } from './slow-fsync.mjs';

/** @param {import('./bench.mjs').Options} options */
export async function onSlowDisk(options) {
  const programs = slowPostgres();
  if (programs === null) {
    say('› Không có gcc: bỏ qua phép đo với đĩa chậm.', '  No gcc: the figure for a slow disk is left out.');
    return {};
  }
  say('› Lần nữa, mỗi fsync chậm thêm 1 ms …', '  Again, with 1 ms added to every fsync …');
  const named = process.env['LIENTHONG_PG_BIN'];
  process.env['LIENTHONG_PG_BIN'] = programs;
  try {
    const installation = await openInstallation((line) => console.log(`  ${line}`));
    try {
      return { slowDisk: await besideBaseline(installation, { ...options, parts: ['ledger'] }) };
    } finally {
      await installation.close();
    }
  } finally {
    if (named === undefined) delete process.env['LIENTHONG_PG_BIN'];
    else process.env['LIENTHONG_PG_BIN'] = named;
  }
}
