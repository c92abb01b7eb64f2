/** Outages of shared systems: recorded once, by two persons, for every dossier they concern. */
import { getRouteApi } from '@tanstack/react-router';
import type { Outages } from '@lien-thong/client';
import { useState } from 'react';
import { FaultOf } from '../parts/trouble.js';
import { Instant } from '../parts/instant.js';
import { partWords } from '../parts/words.js';
import { usePages } from '../parts/pages.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { OutageDetails } from './outage-details.js';
import { OutageForm } from './outage-form.js';
import { OutageState } from './outage-state.js';
import { outageWords } from './outage-words.js';
import { SupervisionNav } from './supervision-nav.js';
import { useSystemName } from '../parts/system-name.js';

const route = getRouteApi('/frame/supervision/outages');
const PER_PAGE = 20;
const COLUMNS = 6;

export function OutagesScreen() {
  const words = useWords(outageWords);
  const parts = useWords(partWords);
  const me = useMe();
  const [isRecording, setRecording] = useState(false);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = usePages({
    queryKey: [ABOUT.alerts, 'outages'],
    read: (cursor) => valueFrom(service.listOutages({ ...cursor, limit: PER_PAGE })),
  });
  const outages = data?.pages.flatMap((page) => page.outages) ?? [];
  return (
    <>
      <h1>{words.title}</h1>
      <SupervisionNav />
      {has(me, 'admin') && (
        <p className="no-print">
          <button type="button" className="primary" onClick={() => setRecording(true)}>
            {words.record}
          </button>
        </p>
      )}
      {isRecording && (
        <OutageForm kind="record" systems={data?.pages[0]?.systems ?? []} onClose={() => setRecording(false)} />
      )}
      {isPending && (
        <p role="status" className="soft">
          {parts.loading}
        </p>
      )}
      {error !== null && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && (outages.length === 0 ? <p className="card">{words.none}</p> : <List outages={outages} />)}
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </>
  );
}

function List({ outages }: { readonly outages: Outages['outages'] }) {
  const words = useWords(outageWords);
  return (
    <div className="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.system}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.evidence}</th>
            <th scope="col" className="no-print">
              {words.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {outages.map((outage) => (
            <Line key={outage.id} outage={outage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ outage }: { readonly outage: Outages['outages'][number] }) {
  const words = useWords(outageWords);
  const systemName = useSystemName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = outage.held ?? outage.proposed;
  const isOpen = search.outage === outage.id;
  const toggle = () =>
    void navigate({ search: { outage: isOpen ? undefined : outage.id }, resetScroll: false, replace: true });
  return (
    <>
      <tr>
        <td>{systemName(outage.system)}</td>
        <td>
          <OutageState state={outage.state} />
          {outage.held !== null && outage.proposed !== null && (
            <div className="soft">{words.waiting(words.kinds[outage.proposed.kind])}</div>
          )}
        </td>
        <td>
          <Instant at={shown?.from ?? null} />
        </td>
        <td>{shown !== null && shown.to === null ? words.lasting : <Instant at={shown?.to ?? null} />}</td>
        <td>{shown?.evidence.reference}</td>
        <td className="no-print">
          <button type="button" aria-expanded={isOpen} onClick={toggle}>
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {words.open}
            <span className="visually-hidden"> {systemName(outage.system)}</span>
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={COLUMNS}>
            <OutageDetails id={outage.id} />
          </td>
        </tr>
      )}
    </>
  );
}
