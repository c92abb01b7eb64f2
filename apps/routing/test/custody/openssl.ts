/** The judgement of openssl, which knows nothing of us. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `openssl pkeyutl -verify -rawin` over the signing input of a compact JWS, with a public key of RFC 8037. */
export function opensslAccepts(jws: string, x: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lt-openssl-'));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    const [head, claims, signature = ''] = jws.split('.');
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(x, 'base64url')]);
    const pem = `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
    const args = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', file('key.pem', pem)];
    args.push(
      '-in',
      file('signed', `${head}.${claims}`),
      '-sigfile',
      file('signature', Buffer.from(signature, 'base64url')),
    );
    return execFileSync('openssl', args, { stdio: 'pipe' }).toString().includes('Verified Successfully');
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
