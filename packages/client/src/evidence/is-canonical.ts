/** One text for one value: unused bits of a last letter would let another text pass for the same compact JWS. */
export function isCanonical(jws: string): boolean {
  return jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}
