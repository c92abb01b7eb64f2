/** One key for one request: whatever is asked for once more under it is done once; something else gets another. */
import { useState } from 'react';

const newKey = (): string => crypto.randomUUID();

export function useKey(asked: unknown): string {
  const text = JSON.stringify(asked);
  const [kept, setKept] = useState(() => ({ text, key: newKey() }));
  if (kept.text === text) return kept.key;
  const next = { text, key: newKey() };
  setKept(next);
  return next.key;
}
