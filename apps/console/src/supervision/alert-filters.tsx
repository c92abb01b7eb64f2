/** Which alerts, and how they are put together. */
import { getRouteApi } from '@tanstack/react-router';
import type { Alert } from '@lien-thong/client';
import { Choice } from '../parts/choice.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { ownersOf } from './alert-groups.js';
import style from './supervision.module.css';
import { supervisionWords } from './words.js';

const route = getRouteApi('/frame/supervision');
const STATES = ['standing', 'open', 'taken', 'closed'] as const;

export function AlertFilters({ alerts }: { readonly alerts: readonly Alert[] }) {
  const words = useWords(supervisionWords).filter;
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, resetScroll: false, replace: true });
  const { agency, group, state, whose, level, cause, decision } = search;
  const isFiltered = [agency, level, cause, decision, whose].some((value) => value !== undefined);
  return (
    <div className={`${style['filters']} no-print`} role="group" aria-label={words.label}>
      <Choice label={words.states} value={state ?? 'standing'} onChange={(value) => change({ state: value })}>
        {STATES.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </Choice>
      <Choice label={words.group} value={group ?? 'cause'} onChange={(value) => change({ group: value })}>
        <option value="cause">{words.byCause}</option>
        <option value="decision">{words.byDecision}</option>
      </Choice>
      <Choice
        label={words.agency}
        value={agency ?? ''}
        onChange={(value) => change({ agency: value === '' ? undefined : value })}
      >
        <option value="">{words.everyAgency}</option>
        {ownersOf(alerts).map(({ id, name, nameEn }) => (
          <option key={id} value={id}>
            {say(name, nameEn)}
          </option>
        ))}
      </Choice>
      <label className={style['check']}>
        <input
          type="checkbox"
          checked={whose === 'me'}
          onChange={({ target }) => change({ whose: target.checked ? 'me' : undefined })}
        />{' '}
        {words.mine}
      </label>
      {isFiltered && (
        <button
          type="button"
          className="plain"
          onClick={() =>
            change({ agency: undefined, level: undefined, cause: undefined, decision: undefined, whose: undefined })
          }
        >
          {words.clear}
        </button>
      )}
    </div>
  );
}
