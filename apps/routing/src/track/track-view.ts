/** What the applicant is shown: where his dossier is, since when, and when he was promised an answer. Nothing personal. */
import { instantOf, instantSchema, isFinal } from '@lien-thong/domain';
import type { Directory, DossierFile, Instant, Rules } from '@lien-thong/domain';
import { z } from 'zod';
import { phaseName, phaseNameSchema } from '../dossiers/phase-names.js';

const officeSchema = z.strictObject({ name: z.string(), nameEn: z.string() });

export const trackSchema = z
  .strictObject({
    code: z.string(),
    at: instantSchema,
    ...phaseNameSchema,
    ended: z.boolean(),
    procedure: z.strictObject({
      name: z.string(),
      nameEn: z.string(),
      illustration: z.strictObject({ why: z.string(), whyEn: z.string() }).nullable(),
    }),
    office: officeSchema.describe('Nơi đang giữ hồ sơ · who has it now'),
    since: instantSchema,
    receivedBy: officeSchema,
    receivedAt: instantSchema.nullable(),
    promise: z
      .strictObject({ at: instantSchema, estimate: z.boolean(), provisional: z.boolean(), passed: z.boolean() })
      .nullable(),
    apologised: z.boolean(),
    waitsForApplicant: z.boolean().describe('Đang chờ người nộp · the applicant has something to do'),
  })
  .meta({ id: 'Track' });
export type TrackView = z.infer<typeof trackSchema>;

interface Beside {
  readonly rules: Rules;
  readonly directory: Directory;
  readonly at: Instant;
}

function officeOf({ agencies }: Directory, id: string): z.infer<typeof officeSchema> {
  const agency = agencies.get(id);
  const shown = agency?.oneStopUnit ?? agency;
  return { name: shown?.name ?? id, nameEn: shown?.nameEn ?? id };
}

/** Since when the holder has it: the acceptance, the arrival of the result, or the reception. */
function heldSince({ dossier, clocks }: DossierFile): Instant {
  const { holder, pin, transfer, receivedAt, submittedAt, lastFactAt } = dossier;
  const collection = clocks.find(({ id }) => id === 'collection');
  if (holder === pin.receivingAgency && collection !== undefined) return instantOf(collection.startedAt);
  const accepted = clocks.find(({ id }) => id === `acceptance:${transfer?.attempt}`)?.stoppedAt ?? null;
  if (holder !== pin.receivingAgency && accepted !== null) return instantOf(accepted);
  return receivedAt ?? submittedAt ?? lastFactAt;
}

export function trackView(file: DossierFile, { rules, directory, at }: Beside): TrackView {
  const { code, phase, pin, holder, receivedAt, promise, apologies } = file.dossier;
  const { name, nameEn, illustration } = rules.procedure;
  const answered = isFinal(phase) || phase === 'readyForReturn';
  return {
    ...{ code, at, receivedAt },
    ...phaseName(phase),
    ended: isFinal(phase),
    procedure: { name, nameEn, illustration },
    office: officeOf(directory, holder),
    since: heldSince(file),
    receivedBy: officeOf(directory, pin.receivingAgency),
    promise: promise === null ? null : { ...promise, passed: !answered && promise.at < at },
    apologised: apologies > 0,
    waitsForApplicant: phase === 'awaitingSupplement' || phase === 'awaitingPayment' || phase === 'readyForReturn',
  };
}
