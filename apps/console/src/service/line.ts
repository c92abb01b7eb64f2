/** What is known of the line to the service, from the requests that were sent anyway. */
import { useSyncExternalStore } from 'react';

export type LineState = 'online' | 'slow' | 'offline';

export interface LineStatus {
  readonly state: LineState;
  /** When the service last answered anything, in milliseconds of this machine; null before the first answer. */
  readonly heardAt: number | null;
}

/** A ward's bad line answers within this, when it is not slow. */
const SLOW_MS = 2_500;

let status: LineStatus = { state: 'online', heardAt: null };
const listeners = new Set<() => void>();

function become(next: LineStatus): void {
  const moved = next.state !== status.state;
  status = next;
  // Every answer is noted; a page is drawn again only when something it shows has changed.
  if (moved) for (const listener of listeners) listener();
}

export function noteAnswer(tookMs: number): void {
  become({ state: tookMs > SLOW_MS ? 'slow' : 'online', heardAt: Date.now() });
}

export function noteSilence(): void {
  become({ ...status, state: 'offline' });
}

export function lineStatus(): LineStatus {
  return status;
}

export function onLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLine(): LineStatus {
  return useSyncExternalStore(onLine, lineStatus);
}

/** What takes its time by itself says nothing about the line: a long poll, a stream, a proof. */
const TAKES_ITS_TIME = /[?&]wait=|\/stream|\/feasibility|\/preview/;

/** `fetch` that tells how the line is. */
export const watchedFetch: typeof fetch = async (input, init) => {
  const began = performance.now();
  try {
    const response = await fetch(input, init);
    noteAnswer(TAKES_ITS_TIME.test(String(input)) ? 0 : performance.now() - began);
    return response;
  } catch (fault) {
    // Who gave up waiting himself has learnt nothing of the line.
    const gaveUp =
      init?.signal?.aborted === true &&
      !(init.signal.reason instanceof DOMException && init.signal.reason.name === 'TimeoutError');
    if (!gaveUp) noteSilence();
    throw fault;
  }
};
