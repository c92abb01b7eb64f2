/** The dossier as it was known at a former moment (DESIGN 4.8): what was learnt later is not in it. */
import type { Dossier } from '@lien-thong/client';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { MomentField } from '../parts/day-field.js';
import { catalogue, useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import style from './dossier.module.css';

const pastWords = catalogue(
  {
    heading: 'Xem như lúc …',
    why: 'Xem lại đúng những gì đã biết vào một lúc trước đây: điều ghi nhận sau lúc ấy không có trong đó.',
    moment: 'Lúc',
    show: 'Xem như lúc đó',
    ahead: 'Lúc này chưa tới.',
    banner: (at: string) => `Bạn đang xem quá khứ: đúng những gì đã biết lúc ${at}. Không làm được việc gì ở đây.`,
    back: 'Trở về hiện tại',
  },
  {
    heading: 'Show as of …',
    why: 'Shows what was known at a former moment: what was recorded later is not in it.',
    moment: 'Moment',
    show: 'Show as of then',
    ahead: 'This moment has not come.',
    banner: (at) => `You are looking at the past: what was known at ${at}. Nothing can be done here.`,
    back: 'Back to now',
  },
);

export function PastBanner({ code, at }: { readonly code: string; readonly at: string }) {
  const words = useWords(pastWords);
  return (
    <p className={style['banner']} role="status">
      ⟲ {words.banner(instantText(at))}{' '}
      <Link to="/dossiers/$code" params={{ code }} className="no-print">
        {words.back}
      </Link>
    </p>
  );
}

interface Properties {
  readonly dossier: Dossier;
  readonly asOf: string | null;
}

export function PastSection({ dossier: { code, at }, asOf }: Properties) {
  const words = useWords(pastWords);
  const navigate = useNavigate();
  const [moment, setMoment] = useState(asOf);
  // While the past is shown the service reckons to then; the clock of now is not in this answer.
  const isAhead = asOf === null && moment !== null && Date.parse(moment) > Date.parse(at);
  return (
    <section className="card no-print" aria-labelledby="past">
      <h2 id="past">{words.heading}</h2>
      <p className="soft">{words.why}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (moment !== null && !isAhead) {
            void navigate({ to: '/dossiers/$code', params: { code }, search: { asOf: moment } });
          }
        }}
      >
        <MomentField label={words.moment} value={moment} onChange={setMoment} />
        <p className="row">
          <button type="submit" disabled={moment === null || isAhead}>
            {words.show}
          </button>
          {isAhead && <span role="status">{words.ahead}</span>}
        </p>
      </form>
    </section>
  );
}
