/** Who enters: by the identity provider of the office, or, in the demonstration, by an account everybody knows. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { Field } from '../parts/field.js';
import { FaultOf } from '../parts/trouble.js';
import { forgetMe } from '../service/kept-me.js';
import { queries } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { folded } from '../words/fold.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './sign-in.module.css';
import { signInWords } from './words.js';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const words = useWords(signInWords);
  const { language, speak } = useLanguage();
  useEffect(forgetMe, []);
  return (
    <main className={style['page']}>
      <div className="spread">
        <h1>{words.title}</h1>
        <button type="button" className="plain" onClick={() => speak(language === 'vi' ? 'en' : 'vi')}>
          {words.language}
        </button>
      </div>
      <p>{words.lead}</p>
      <p>
        <a className={style['enter']} href="/auth/login">
          {words.signIn}
        </a>
      </p>
      <DemoAccounts />
    </main>
  );
}

/** Nothing where there is no demonstration. */
function DemoAccounts() {
  const words = useWords(signInWords);
  const say = useSay();
  const { next } = route.useSearch();
  const { data } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: async () => {
      const answer = await service.listDemoIdentities();
      return answer.ok ? answer.value.accounts : [];
    },
  });
  const [wanted, setWanted] = useState('');
  const enter = useMutation({
    mutationFn: (account: string) => valueFrom(service.signInToDemo({ body: { account } })),
    onSuccess: () => {
      queries.clear();
      // Only an address of this page: a link from elsewhere must not lead away after the sign-in.
      location.assign(next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/');
    },
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{words.demo}</h2>
      <p className="soft">{words.demoHint}</p>
      {enter.error !== null && <FaultOf fault={enter.error} />}
      <Field label={words.filter}>
        {(ids) => <input {...ids} type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />}
      </Field>
      <ul className={style['accounts']}>
        {data
          .filter(({ id, title, titleEn }) => folded(`${id} ${title} ${titleEn}`).includes(folded(wanted)))
          .map(({ id, title, titleEn, roles }) => (
            <li key={id}>
              <button type="button" data-account={id} disabled={enter.isPending} onClick={() => enter.mutate(id)}>
                <strong>{words.as(say(title, titleEn))}</strong>
                <span className="soft">{roles.map((role) => words.roles[role]).join(' · ')}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
