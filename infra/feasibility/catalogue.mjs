// @ts-check
/** `npm run feasibility:catalogue`: the national list under "transfer within 1 working day", written to docs and to the head of the READMEs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../scripts/processes.mjs';
import { runScript, say } from '../scripts/say.mjs';
import { aligned, committed, countsOf, filesOf, readCatalogue } from './catalogue-files.mjs';
import { distinctLimits, keyOf, rowsOf } from './catalogue-rows.mjs';
import { filterTable } from './document.mjs';
import { headline } from './headline.mjs';
import { readOffices } from './one-day-rule.mjs';
import { proveLimit } from './prove-limit.mjs';

/** @param {readonly import('./met-at-commune.mjs').Sifted[]} sifted */
function proveAll(sifted) {
  const [limits, offices, begun] = [distinctLimits(sifted), readOffices(), performance.now()];
  const proved = new Map(
    limits.map((limit, index) => {
      const both = [false, true].map((wayBack) => proveLimit(limit, { wayBack, offices }));
      const left = both.map((one) => one.left).join(' / ');
      const seconds = Math.round((performance.now() - begun) / 1000);
      console.log(`  ${index + 1}/${limits.length} (${seconds} s)  ${keyOf(limit)}: ${left}`);
      return [keyOf(limit), both];
    }),
  );
  return rowsOf(sifted, (limit) => proved.get(keyOf(limit)) ?? []);
}

async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const sifted = readCatalogue();
  const counts = countsOf(sifted);
  say('› Lọc danh mục thủ tục …', '  Filtering the list of procedures …');
  console.log(await aligned(filterTable(counts)));
  say(
    '› Chứng minh từng thời hạn: số phút còn lại khi không có và có đường về …',
    '  Proving each limit: minutes left without and with a way back …',
  );
  const rows = proveAll(sifted);
  console.log(`\n${await aligned(headline(rows, 'vi'))}\n${await aligned(headline(rows, 'en'))}`);
  const stale = [...(await filesOf(rows, counts))].filter(([path, text]) => committed(path) !== text);
  if (!values.check) for (const [path, text] of stale) writeFileSync(join(ROOT, path), text);
  const names = stale.map(([path]) => path).join(', ');
  if (stale.length === 0) say('✓ Các tệp đã lưu khớp với kết quả.', '  The committed files say the same.');
  else if (values.check) say(`✗ Khác với kết quả: ${names}`, `  Not what was computed: ${names}`);
  else say(`✓ Đã ghi ${names}`, `  Written: ${names}`);
  return values.check && stale.length > 0 ? 1 : 0;
}

await runScript(main);
