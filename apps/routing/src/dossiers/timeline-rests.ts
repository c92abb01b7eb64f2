/** In which part of a segment the limit did not run, and on what ground. */
import { explainClock, instantOf, instantSchema, minuteOf } from '@lien-thong/domain';
import type { ExplainedRest, Minute, Segment } from '@lien-thong/domain';
import { z } from 'zod';
import { reasonSchema } from './counted-day-view.js';
import type { DossierAsSeen } from './dossier-reader.js';

export const segmentRestSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  because: reasonSchema,
  grounds: z.array(z.looseObject({ code: z.string() })),
});
type SegmentRest = z.infer<typeof segmentRestSchema>;

/** The rests of the legal clock; null for whoever sees a part of the journal and cannot fold it. */
export function restsOfLimit({ journal, at, rules, whole }: DossierAsSeen): readonly ExplainedRest[] | null {
  if (!whole) return null;
  return explainClock(journal, { clockId: 'legal', at }, rules)?.epochs.flatMap(({ rests }) => rests) ?? [];
}

/** What of the rests lies within the segment, whose end is known. */
export function restsWithin(segment: Segment, rests: readonly ExplainedRest[], at: Minute): SegmentRest[] {
  const until = segment.to ?? at;
  return rests.flatMap(({ from, to, because, grounds }) => {
    const [begins, ends] = [Math.max(from, segment.from) as Minute, Math.min(to ?? at, until) as Minute];
    if (begins >= ends) return [];
    return [
      { from: instantOf(begins), to: instantOf(ends), because, grounds: grounds.map((ground) => ({ ...ground })) },
    ];
  });
}

export const restsSchema = z
  .array(segmentRestSchema)
  .nullable()
  .describe(
    'Thời gian không tính vào thời hạn, kèm căn cứ · when the limit rested within it and on what grounds; null for whoever sees a part',
  );

/** The rests of each segment, asked of the journal once. */
export function segmentRests(seen: DossierAsSeen): (segment: Segment) => SegmentRest[] | null {
  const rests = restsOfLimit(seen);
  const at = minuteOf(seen.at);
  return (segment) => (rests === null ? null : restsWithin(segment, rests, at));
}
