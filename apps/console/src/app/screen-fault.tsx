import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FaultOf } from '../parts/trouble.js';
import { troubleOf } from '../service/service.js';

const AGAIN_MS = 5_000;

/** A screen that could not be shown. When only the line is missing it tries again by itself. */
export function ScreenFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  const isOfTheLine = troubleOf(error)?.status === 0;
  useEffect(() => {
    if (!isOfTheLine) return;
    const again = setInterval(() => void router.invalidate(), AGAIN_MS);
    return () => clearInterval(again);
  }, [isOfTheLine, router]);
  return <FaultOf fault={error} again={() => location.reload()} />;
}
