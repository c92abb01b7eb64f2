import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { seal, unseal } from '../store/private-crypto.js';
import type { SignInAttempt } from './oidc-provider.js';

const CONTEXT = 'sign-in attempt';
const LIFE_MS = 600_000;

const attemptSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.int() });

/** A new attempt; the verifier stays with the browser that began it, sealed. */
export function newAttempt(): SignInAttempt {
  const random = (): string => randomBytes(32).toString('base64url');
  return { state: random(), nonce: random(), verifier: random() };
}

/** PKCE challenge S256 (RFC 7636). */
export function challengeOf({ verifier }: SignInAttempt): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export function sealAttempt(key: Buffer, attempt: SignInAttempt): string {
  const text = JSON.stringify({ ...attempt, until: Date.now() + LIFE_MS });
  return seal(key, Buffer.from(text), CONTEXT).toString('base64url');
}

/** The attempt a cookie holds, or null when it is not ours or ten minutes old. */
export function openAttempt(key: Buffer, cookie: string | undefined): SignInAttempt | null {
  if (cookie === undefined) return null;
  try {
    const { until, ...attempt } = attemptSchema.parse(
      JSON.parse(unseal(key, Buffer.from(cookie, 'base64url'), CONTEXT).toString('utf8')),
    );
    return until < Date.now() ? null : attempt;
  } catch {
    return null;
  }
}
