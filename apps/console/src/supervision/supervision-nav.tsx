/** The parts of supervision, as links. Each reads what the role may read. */
import { Link } from '@tanstack/react-router';
import { Tabs } from '../parts/tabs.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { supervisionWords } from './words.js';

const PARTS = [
  { name: 'alerts', to: '/supervision' },
  { name: 'delays', to: '/supervision/delays' },
  { name: 'slack', to: '/supervision/slack' },
  { name: 'conflicts', to: '/supervision/conflicts' },
  { name: 'outages', to: '/supervision/outages' },
] as const;

export function SupervisionNav() {
  const me = useMe();
  const words = useWords(supervisionWords);
  // Who only administers sees no dossiers, and so nothing that is made of them.
  const parts = has(me, 'supervisor', 'clerk', 'auditor') ? PARTS : PARTS.filter(({ name }) => name === 'outages');
  return (
    <Tabs label={words.nav.label}>
      {parts.map(({ name, to }) => (
        <li key={name}>
          <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {words.nav[name]}
          </Link>
        </li>
      ))}
    </Tabs>
  );
}
