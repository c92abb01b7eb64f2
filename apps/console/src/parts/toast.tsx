/** Short news of one's own acts, spoken politely and gone by itself. What matters later stands elsewhere too. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import style from './toast.module.css';

type Tell = (text: string) => void;
const Telling = createContext<Tell>(() => undefined);
const GONE_AFTER_MS = 8_000;

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly { readonly id: string; readonly text: string }[]>([]);
  const tell = useCallback((text: string) => {
    const id = crypto.randomUUID();
    setShown((before) => [...before, { id, text }]);
    setTimeout(() => setShown((before) => before.filter((toast) => toast.id !== id)), GONE_AFTER_MS);
  }, []);
  const region = useMemo(
    () => (
      <div className={`${style['region']} no-print`} role="status" aria-live="polite">
        {shown.map(({ id, text }) => (
          <p key={id} className={style['toast']}>
            {text}
          </p>
        ))}
      </div>
    ),
    [shown],
  );
  return (
    <Telling value={tell}>
      {children}
      {region}
    </Telling>
  );
}

/** `const tell = useTell(); tell('Đã tiếp nhận HA-0001')`. */
export function useTell(): Tell {
  return useContext(Telling);
}
