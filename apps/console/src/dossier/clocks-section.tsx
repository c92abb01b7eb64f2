/** Every clock of the dossier: whose it is, what it has used of what it may, and when it is due. */
import type { Clock, Dossier } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { catalogue, useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { ClockState } from './clock-state.js';
import style from './dossier.module.css';
import { useNames } from './names.js';

const clockSectionWords = catalogue(
  {
    heading: 'Các đồng hồ',
    caption: 'Các đồng hồ của hồ sơ, theo thứ tự bắt đầu',
    clock: 'Đồng hồ',
    owner: 'Ai phải làm',
    startedAt: 'Bắt đầu',
    used: 'Đã dùng',
    budget: 'Được phép',
    state: 'Tình hình',
    due: 'Đến hạn',
    everybody: 'mọi bên',
    noLimit: 'không có hạn',
    unknown: 'không tính được',
    days: (days: string) => `${days} ngày`,
    turn: (epoch: string) => `tính lại lần ${epoch}`,
  },
  {
    heading: 'Clocks',
    caption: 'Clocks of the dossier in the order in which they began',
    clock: 'Clock',
    owner: 'Who must act',
    startedAt: 'Began',
    used: 'Used',
    budget: 'Allowed',
    state: 'How it stands',
    due: 'Due',
    everybody: 'everybody',
    noLimit: 'no limit',
    unknown: 'cannot be computed',
    days: (days) => `${days} days`,
    turn: (epoch) => `begun anew, turn ${epoch}`,
  },
);

export function ClocksSection({ dossier: { clocks } }: { readonly dossier: Dossier }) {
  const words = useWords(clockSectionWords);
  if (clocks.length === 0) return null;
  const sorted = [...clocks].sort(
    (a, b) => Number(b.kind === 'legal') - Number(a.kind === 'legal') || a.startedAt.localeCompare(b.startedAt),
  );
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{words.heading}</h2>
      <div className="scroll">
        <table className={style['clocks']}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.clock}</th>
              <th scope="col">{words.owner}</th>
              <th scope="col">{words.startedAt}</th>
              <th scope="col" className="number">
                {words.used}
              </th>
              <th scope="col" className="number">
                {words.budget}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.due}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((clock) => (
              <ClockRow key={`${clock.id} ${clock.epoch}`} clock={clock} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ClockRow({ clock }: { readonly clock: Clock }) {
  const words = useWords(clockSectionWords);
  const names = useNames();
  const { language } = useLanguage();
  const { id, kind, owner, epoch, budget, usedMinutes, startedAt, dueAt } = clock;
  return (
    <tr>
      <th scope="row">
        {names.clock(id)}
        {epoch > 1 && <span className="soft"> ({words.turn(numberText(epoch, language))})</span>}
      </th>
      <td>{owner === null ? (kind === 'legal' ? words.everybody : '–') : names.owner(owner)}</td>
      <td>
        <Instant at={startedAt} />
      </td>
      <td className="number">{usedMinutes === null ? words.unknown : minutesText(usedMinutes, language)}</td>
      <td className="number">
        {budget.unit === 'none' && words.noLimit}
        {budget.unit === 'work' && minutesText(budget.minutes, language)}
        {budget.unit === 'calendarDays' && words.days(numberText(budget.days, language))}
      </td>
      <td>
        <ClockState clock={clock} />
      </td>
      <td>
        <Instant at={dueAt} />
      </td>
    </tr>
  );
}
