/** The papers that go along, each with its digest and a box to tick; empty lines where the journal names none. */
import type { Document } from '@lien-thong/client';
import style from './slip.module.css';
import { useBoth } from './use-both.js';

const EMPTY_LINES = 5;

export function SlipPapers({ papers }: { readonly papers: readonly Document[] }) {
  const both = useBoth();
  const lines: readonly (Document | null)[] =
    papers.length > 0 ? papers : Array.from({ length: EMPTY_LINES }, () => null);
  return (
    <section>
      <table className={style['papers']}>
        <caption>{both(({ papers: label }) => label)}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {both(({ number }) => number)}
            </th>
            <th scope="col">{both(({ paper }) => paper)}</th>
            <th scope="col">{both(({ digest }) => digest)}</th>
            <th scope="col">{both(({ checked }) => checked)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((paper, i) => (
            <tr key={paper === null ? i : `${paper.component} ${paper.sha256}`}>
              <td className="number">{i + 1}</td>
              <th scope="row">{paper?.component}</th>
              <td className={style['digest']}>{paper === null ? null : <code>{paper.sha256}</code>}</td>
              <td className={style['box']}>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
      {papers.length === 0 && <p className="soft">{both(({ noPapers }) => noPapers)}</p>}
    </section>
  );
}
