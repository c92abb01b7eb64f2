/** How a clock stands, or how it ended: what is over has no time left. */
import type { Clock } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import { TimeLeft } from '../parts/time-left.js';
import { catalogue, useWords } from '../words/catalogue.js';
import { minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';

const stateWords = catalogue(
  {
    outcome: { early: 'xong trước hạn', onTime: 'xong đúng hạn', overdue: 'xong quá hạn' },
    by: (outcome: string, minutes: string) => `${outcome} ${minutes}`,
    stopped: 'đã dừng',
    noLimit: 'không có hạn',
  },
  {
    outcome: { early: 'done early', onTime: 'done on time', overdue: 'done late' },
    by: (outcome, minutes) => `${outcome} by ${minutes}`,
    stopped: 'stopped',
    noLimit: 'no limit',
  },
);

export function ClockState({ clock }: { readonly clock: Clock | null }) {
  const words = useWords(stateWords);
  const { language } = useLanguage();
  if (clock === null) return <TimeLeft clock={null} />;
  const { outcome, status, budget, remainingMinutes, certainty } = clock;
  if (status !== 'stopped') return budget.unit === 'none' ? words.noLimit : <TimeLeft clock={clock} />;
  if (outcome === null || certainty === 'notComputable') {
    return budget.unit === 'none' ? words.stopped : <TimeLeft clock={clock} />;
  }
  const minutes = budget.unit === 'work' && outcome !== 'onTime' ? remainingMinutes : null;
  return (
    <Badge level={outcome === 'overdue' ? 'overdue' : 'onTime'}>
      {minutes === null
        ? words.outcome[outcome]
        : words.by(words.outcome[outcome], minutesText(Math.abs(minutes), language))}
    </Badge>
  );
}
