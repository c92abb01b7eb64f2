// @ts-check
/** A second version of the national calendar with one day off more, published as an admin's act leaves it. */
import { randomUUID } from 'node:crypto';
import { dayOf, isoOfDay, minuteOf } from '@lien-thong/domain';
import { loadReference } from './parts.mjs';

/** Next working day after tomorrow: most clocks of the field run over it. @param {import('./part-calendar.mjs').Field} field */
function dayOff({ reference, clock }) {
  const legal = reference.legalCalendar('31');
  return isoOfDay(legal.nextWorkingDay(legal.nextWorkingDay(dayOf(minuteOf(clock.now())))));
}

/** @param {import('./part-calendar.mjs').Field} field */
export async function publishHoliday(field) {
  const { admin, clock, reference, pool } = field;
  const notice = ['1/TB-BENCH', '2026-11-20', 'Bộ Nội vụ'];
  await admin.query('begin');
  await admin.query(
    `insert into calendar_version (layer, layer_id, version, noticed_years, notice_number, notice_issued_on, notice_issuer)
      select layer, layer_id, 2, noticed_years, $1, $2, $3 from calendar_version where layer = 'national' and version = 1`,
    notice,
  );
  await admin.query(
    `insert into holiday (layer, layer_id, version, ordinal, date, kind, name, notice, provisional, closed_from, closed_to)
      select layer, layer_id, 2, ordinal, date, kind, name, notice, provisional, closed_from, closed_to from holiday
        where layer = 'national' and version = 1
      union all select 'national', 'national', 2, 100000, $1, 'holiday', 'Nghỉ theo thông báo', $2, false, null, null`,
    [dayOff(field), notice[0]],
  );
  await admin.query(
    `insert into restatement_run (id, layer, layer_id, version, state, settles_at, requested_at)
      values ($1, 'national', 'national', 2, 'running', clock_timestamp(), $2)`,
    [randomUUID(), clock.now()],
  );
  await admin.query('commit');
  reference.replace(await loadReference(pool));
}
