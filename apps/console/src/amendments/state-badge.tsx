import type { Amendment } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import type { TimeLevel } from '../parts/badge.js';
import { useWords } from '../words/catalogue.js';
import style from './amendments.module.css';
import { amendmentWords } from './words.js';

const LEVEL: Readonly<Record<Amendment['state'], TimeLevel>> = {
  ...{ draft: 'resting', looking: 'resting', looked: 'low', running: 'resting', done: 'onTime' },
  ...{ incomplete: 'low', reverting: 'resting', reverted: 'resting' },
};

/** How far an amendment is, in words. */
export function StateBadge({ state }: { readonly state: Amendment['state'] }) {
  const words = useWords(amendmentWords);
  return (
    <span className={style['state']}>
      <Badge level={LEVEL[state]}>{words.states[state]}</Badge>
    </span>
  );
}
