import { ENGINE, dueRungs, dueTimeout } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { Ids } from '../ports/ids.js';
import { later, signerOf } from '../ledger/stamp.js';
import { fileOf, followedBy } from '../ledger/track.js';
import type { Track } from '../ledger/track.js';

interface Moment {
  readonly now: Instant;
  readonly ids: Ids;
}

/**
 * The track with every rung that is due, and the closing when the applicant's time has passed. A dossier that closed by itself last
 * week has no rungs of this week, however late it is noticed.
 */
export function withDueFacts(track: Track, { now, ids }: Moment): Track {
  const file = fileOf(track);
  if (file === null) return track;
  const known = later(now, file.dossier.recordedAt);
  const timeout = dueTimeout(file, now, track.rules);
  const until = timeout !== null && timeout.occurredAt < now ? timeout.occurredAt : now;
  const facts = [...dueRungs(file, { until, now: known }, track.rules), ...(timeout === null ? [] : [timeout])];
  return facts.reduce(
    (longer, fact) => followedBy(longer, { fact, actor: signerOf(fact, 0, ENGINE) }, { ids, now: known }),
    track,
  );
}
