/** The key registry: who signs with what, since when and until when. */
import { Inject, Injectable } from '@nestjs/common';
import { KEY_PROOF_TYP, RECEIPT_SKEW_SECONDS } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import { CLOCK, READ_POOL } from '../runtime/tokens.js';
import {
  INSERT_KEYS,
  KEYS_CALLED,
  KEYS_OF_AGENCIES,
  REVOKE_KEY,
  ROTATE_KEYS,
  SELF_SIGNING,
  readKey,
  texts,
} from '../store/agency-keys.js';
import type { AgencyKey } from '../store/agency-keys.js';
import { LEDGER_READS, askOnce, inTransaction, viewerWrites } from '../store/transactions.js';
import { readKeyProof } from './compact-jws.js';
import { isSignedBy, kidOf } from './ed25519.js';
import { instantOfSeconds, secondsOf } from './seconds.js';

/** How long an act without a receipt may rest on what was known of an agency's keys (as for rights, identity/authorities.ts). */
const KNOWN_FOR_MS = 5_000;
/** A proof of possession is made for the occasion. */
const PROOF_AGE_SECONDS = 600;

interface Known {
  readonly at: number;
  readonly answer: Promise<boolean>;
}

@Injectable()
export class AgencyKeys {
  private readonly selfSigning = new Map<AgencyId, Known>();

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Domain time in whole seconds: what `iat` is compared with. */
  nowSeconds(): number {
    return secondsOf(this.clock.now());
  }

  /** Keys of an agency, in the order they came. */
  async of(agencyId: AgencyId): Promise<readonly AgencyKey[]> {
    const values = [texts([agencyId])];
    return (await askOnce(this.pool, LEDGER_READS, { statement: KEYS_OF_AGENCIES, values })).map(readKey);
  }

  async called(kids: readonly string[]): Promise<readonly AgencyKey[]> {
    if (kids.length === 0) return [];
    const values = [texts(kids)];
    return (await askOnce(this.pool, LEDGER_READS, { statement: KEYS_CALLED, values })).map(readKey);
  }

  /** Whether the agency has ever registered a key of its own: from then on the hub never signs its acts for it. */
  signsItself(agencyId: AgencyId): Promise<boolean> {
    const known = this.selfSigning.get(agencyId);
    if (known !== undefined && Date.now() - known.at < KNOWN_FOR_MS) return known.answer;
    const answer = this.askWhetherSelfSigning(agencyId);
    this.selfSigning.set(agencyId, { at: Date.now(), answer });
    answer.catch(() => this.selfSigning.delete(agencyId));
    return answer;
  }

  private async askWhetherSelfSigning(agencyId: AgencyId): Promise<boolean> {
    const values = [texts([agencyId])];
    return (await askOnce(this.pool, LEDGER_READS, { statement: SELF_SIGNING, values })).length > 0;
  }

  /**
   * Registers the key a proof was signed with; the agency's key before it is rotated out. The same key again changes nothing.
   * Throws `key-proof-invalid` (no proof of possession, or of another agency, or made at another time) and `key-registered-elsewhere`.
   */
  async register(agencyId: AgencyId, proof: string): Promise<AgencyKey> {
    const key = await this.proved(agencyId, proof);
    await inTransaction(this.pool, viewerWrites(agencyId), async (wire) => {
      const [known] = await wire.send(KEYS_CALLED, [texts([key.kid])]);
      if (known !== undefined) return;
      await wire.send(ROTATE_KEYS, [agencyId, key.validFrom]);
      await wire.send(INSERT_KEYS.statement, INSERT_KEYS.values([key]));
    });
    this.selfSigning.delete(agencyId);
    const [stored] = await this.called([key.kid]);
    if (stored?.agencyId !== agencyId || stored.heldBy !== 'agency') throw new Problem('key-registered-elsewhere');
    return stored;
  }

  private async proved(agencyId: AgencyId, proof: string): Promise<AgencyKey> {
    const read = readKeyProof(proof);
    const now = this.nowSeconds();
    if (read === null) throw new Problem('key-proof-invalid', { because: 'malformed' });
    const { kid, claims } = read;
    const { iss, jwk, exp, iat } = claims;
    const because =
      iss !== agencyId
        ? 'agency'
        : kid !== (await kidOf(jwk)) || !(await isSignedBy(proof, jwk.x, KEY_PROOF_TYP))
          ? 'signature'
          : iat > now + RECEIPT_SKEW_SECONDS || iat < now - PROOF_AGE_SECONDS || (exp !== null && exp <= now)
            ? 'time'
            : null;
    if (because !== null) throw new Problem('key-proof-invalid', { because });
    const since = instantOfSeconds(now);
    const validTo = exp === null ? null : instantOfSeconds(exp);
    return { kid, agencyId, heldBy: 'agency', x: jwk.x, validFrom: since, validTo, rotatedAt: null, revokedAt: null };
  }

  /** Ends a key of the agency's own at once. Again changes nothing. Throws `not-found` for a key it does not have, or the hub holds. */
  async revoke(agencyId: AgencyId, kid: string, reason: string): Promise<AgencyKey> {
    const values = [agencyId, kid, instantOfSeconds(this.nowSeconds()), reason];
    await askOnce(this.pool, viewerWrites(agencyId), { statement: REVOKE_KEY, values });
    const [key] = await this.called([kid]);
    if (key?.agencyId !== agencyId || key.heldBy !== 'agency') throw new Problem('not-found');
    return key;
  }
}
