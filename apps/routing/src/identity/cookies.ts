import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Env } from '../env.js';

/** Out of reach of scripts; not sent along when another site posts to us; over TLS only wherever there is TLS. */
export function cookieOptions(env: Env, path: string): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', secure: env.PUBLIC_URL.startsWith('https:'), path };
}
