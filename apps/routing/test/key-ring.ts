import { KeyRing } from '../src/store/private-crypto.js';

/** Keys of private data for specs: fixed, so that two stores of one spec read each other's. */
export function testKeyRing(): KeyRing {
  const current = { name: 'test-1', key: Buffer.alloc(32, 1) };
  return new KeyRing({ current, former: [], search: Buffer.alloc(32, 2) });
}
