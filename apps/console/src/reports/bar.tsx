import style from './reports.module.css';

interface Properties {
  readonly part: number;
  readonly whole: number;
  readonly tone?: 'good' | 'bad' | 'plain';
}

/** A drawn share; what it says stands beside it as text. */
export function Bar({ part, whole, tone = 'plain' }: Properties) {
  const percent = whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
  return (
    <span className={`${style['bar']} ${tone === 'plain' ? '' : style[tone]}`} aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
