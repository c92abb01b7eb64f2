import { Problem } from '../http/problem.js';

/** A moment that has not come cannot be looked back to. */
export function momentAhead(): Problem {
  return new Problem('invalid-query', {}, [
    { field: 'asOf', reason: 'thời điểm chưa tới', reasonEn: 'a moment that has not come' },
  ]);
}
