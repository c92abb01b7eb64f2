import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** What was typed, once the typing rests: one question for a word, not for each letter. */
export function useTyped(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
