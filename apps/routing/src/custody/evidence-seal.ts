/** The hub's seal on exported evidence: whoever knows the public key sees that nothing was added, taken away or reworded. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EVIDENCE_TYP, canonicalJson } from '@lien-thong/domain';
import type { Env } from '../env.js';
import { evidenceSeedOf } from '../runtime/keys.js';
import { ENV } from '../runtime/tokens.js';
import { signed, signingKeyOf } from './ed25519.js';
import type { SigningKey } from './ed25519.js';

@Injectable()
export class EvidenceSeal {
  private readonly signing: Promise<SigningKey>;

  constructor(@Inject(ENV) env: Env) {
    this.signing = signingKeyOf(evidenceSeedOf(env));
  }

  /** Derived from the master key, so that replicas agree on it. */
  key(): Promise<SigningKey> {
    return this.signing;
  }

  /** JWS over the SHA-256 of the canonical JSON of everything else in the file. */
  async seal(unsealed: object): Promise<string> {
    const digest = createHash('sha256').update(canonicalJson(unsealed)).digest('hex');
    return signed({ digest }, await this.signing, EVIDENCE_TYP);
  }
}
