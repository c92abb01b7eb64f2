/** Which file of the console answers a request that no route of the API knows. Pure. */
import { PAGE } from './console-folder.js';

/** First parts of the paths that belong to the API: what is not found there is a problem, never a page. */
const OF_THE_API: ReadonlySet<string> = new Set(['v1', 'auth', 'demo', 'docs', 'health', 'metrics', 'track']);
/** Below it stand files only: who asks for one that is gone must not be given a page in its place. */
const ASSETS = 'assets';

export interface Asked {
  readonly method: string;
  /** As it came: path and query, still encoded. */
  readonly url: string;
  readonly accept: string;
}

/**
 * A file of the console, its page for an address of the console itself (a deep link survives a reload), or null. `files` is all that
 * may be answered, so no path leads out of the folder.
 */
export function whichFile({ method, url, accept }: Asked, files: ReadonlySet<string>): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const path = decoded(url.split('?')[0] ?? '');
  if (path === null) return null;
  const [first = '', ...others] = path.slice(1).split('/');
  if (OF_THE_API.has(first.toLowerCase())) return null;
  if (path === '/') return PAGE;
  if (files.has(path.slice(1))) return path.slice(1);
  const parts = [first, ...others];
  const isPlace = first !== ASSETS && !parts.some((part) => part.startsWith('.')) && !path.includes('//');
  return isPlace && accept.includes('text/html') ? PAGE : null;
}

/** The path as it is meant, or null where it is none: encoded wrongly, with a backslash or a control character. */
function decoded(path: string): string | null {
  try {
    const plain = decodeURIComponent(path);
    return plain.startsWith('/') && !/[\\\p{Cc}]/u.test(plain) ? plain : null;
  } catch {
    return null;
  }
}
