/** Registers the worker that keeps the shell, and offers a new shell when there is one: never in the middle of a form. */
import { useEffect, useState } from 'react';
import { useWords } from '../words/catalogue.js';
import style from './frame.module.css';
import { frameWords } from './words.js';

export function NewVersion() {
  const words = useWords(frameWords);
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
    void navigator.serviceWorker.register('/sw.js').then((registration) => {
      const look = () => navigator.serviceWorker.controller !== null && setWaiting(registration.waiting);
      look();
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', look),
      );
    });
  }, []);
  if (waiting === null) return null;
  const takeOver = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take-over');
  };
  return (
    <p className={`${style['notice']} no-print`}>
      {words.newVersion}
      <button type="button" onClick={takeOver}>
        {words.reload}
      </button>
    </p>
  );
}
