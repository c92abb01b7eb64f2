import { createHmac } from 'node:crypto';
import type { AgencyId } from '@lien-thong/domain';

/** Numbers of one agency's feed, without a gap. */
interface Stretch {
  readonly agencyId: AgencyId;
  readonly epoch: string;
  readonly first: number;
  readonly last: number;
}

/** 132 bits. */
const TOKEN_CHARS = 22;

/**
 * Ids by which the broker recognises a message that comes twice within two minutes. Whoever guessed the next id of another agency
 * could have its message swallowed as a repetition (S40), so an id begins with a keyed hash of agency and epoch.
 */
export class MessageIds {
  private readonly tokens = new Map<AgencyId, string>();
  private epoch = '';

  constructor(private readonly key: Buffer) {}

  of({ agencyId, epoch, first, last }: Stretch): string {
    if (epoch !== this.epoch) this.tokens.clear();
    this.epoch = epoch;
    const token = this.tokens.get(agencyId) ?? this.tokenOf(agencyId);
    return `${token}.${first}-${last}`;
  }

  private tokenOf(agencyId: AgencyId): string {
    const token = createHmac('sha256', this.key)
      .update(`${this.epoch}/${agencyId}`)
      .digest('base64url')
      .slice(0, TOKEN_CHARS);
    this.tokens.set(agencyId, token);
    return token;
  }
}
