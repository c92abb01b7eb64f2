// @ts-check
/** A same-day procedure at 15:00 and at 15:01: exactly at the cut-off counts as before it. */
import { chapter } from '../print.mjs';
import { spoken } from '../days.mjs';

const HERE = 'haiphong-hai-an';

/** @param {{ office: import('../office.mjs').Office, on: (day: number, time: string) => string }} stage */
export async function sameDayCutoff({ office, on }) {
  chapter(
    '4. Thủ tục trả trong ngày: nhận lúc 15:00 và lúc 15:01',
    '4. A same-day procedure: received at 15:00, and at 15:01',
  );
  for (const time of ['15:00', '15:01']) {
    await office.goOnTo(on(16, time));
    const { code } = await office.open(HERE, {
      type: 'receive',
      intake: { procedureCode: '2.000635', channel: 'counter', jurisdiction: { residence: { communeCode: '11413' } } },
    });
    const dossier = await office.dossier(HERE, code);
    const legal = dossier['clocks'].find(
      (/** @type {import('../office.mjs').Json} */ clock) => clock['kind'] === 'legal',
    );
    console.log(
      `  nhận · received ${spoken(dossier['receivedAt'])} → hạn · due ${spoken(legal['dueAt'])}, ${legal['budget'].minutes}′ làm việc · working minutes   (${code})`,
    );
    await office.act(HERE, code, { type: 'decide', outcome: 'granted' });
    await office.act(HERE, code, { type: 'returnResult', means: 'counter' });
  }
}
