import { useState } from 'react';
import { useMe } from '../service/session.js';
import { Guide } from './guide.js';
import { nextGuide } from './guided.js';

/** The tour of somebody who is here for the first time. */
export function FirstVisit() {
  const { roles } = useMe();
  const [role, setRole] = useState(() => nextGuide(roles));
  return role === null ? null : <Guide role={role} onClose={() => setRole(null)} />;
}
