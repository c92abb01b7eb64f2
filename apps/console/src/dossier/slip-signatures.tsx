/** Lines for the two who stand at the counter. */
import { useSay } from '../words/language.js';
import type { HandOver } from './slip.js';
import style from './slip.module.css';
import { useBoth } from './use-both.js';

export function SlipSignatures({ handOver: { from, to } }: { readonly handOver: HandOver }) {
  const both = useBoth();
  const say = useSay();
  return (
    <>
      <p className={style['remarks']}>{both(({ remarks }) => remarks)}:</p>
      <div className={style['signatures']}>
        {(
          [
            ['giver', from],
            ['taker', to],
          ] as const
        ).map(([side, agency]) => (
          <section key={side}>
            <h2>{both((words) => words[side])}</h2>
            <p>{agency === null ? ' ' : say(agency.name, agency.nameEn)}</p>
            <p>{both(({ day }) => day)}</p>
            <p className="soft">({both(({ sign }) => sign)})</p>
          </section>
        ))}
      </div>
    </>
  );
}
