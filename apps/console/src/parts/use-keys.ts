/** Single-letter keys of a screen: off while somebody types or a dialog is open, and off altogether when the officer says so. */
import { useEffect, useRef } from 'react';
import { isTyping } from './typing.js';

const SWITCH = 'lienthong.keys';

export function keysAreOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
}

/** `useKeys({ j: next, k: before, '/': search })`; letters in lower case. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || event.repeat || !keysAreOn() || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
