import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { amendmentsInForce, foldHistory } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { REFERENCE } from '../runtime/tokens.js';
import { AgencyKeys } from './agency-keys.js';
import { CustodyReader } from './custody-reader.js';
import type { CustodyAsSeen } from './custody-reader.js';
import { keyView } from './custody-view.js';
import type { EvidenceView } from './custody-view.js';
import { EvidenceSeal } from './evidence-seal.js';

export class GetEvidence extends Query<EvidenceView> {
  constructor(readonly asked: { readonly caller: Caller; readonly code: string }) {
    super();
  }
}

/** Everything needed to check a dossier without asking anybody: no personal data, of people their officer ids only (law 11). */
@QueryHandler(GetEvidence)
export class GetEvidenceHandler implements IQueryHandler<GetEvidence> {
  constructor(
    private readonly reader: CustodyReader,
    private readonly keys: AgencyKeys,
    private readonly seal: EvidenceSeal,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  async execute({ asked }: GetEvidence): Promise<EvidenceView> {
    const seen = await this.reader.read(asked.caller, asked.code);
    const { file, journal, receipts, at } = seen;
    const { id, code, seq, hash, pin } = file.dossier;
    const keys = await this.keys.called([...new Set(receipts.map(({ kid }) => kid))]);
    const { jwk } = await this.seal.key();
    const unsealed = {
      format: 'lien-thong-evidence/1' as const,
      dossier: { id, code, seq, hash },
      journal: journal.map(({ data, ...event }) => ({ ...event, data: { ...data } })),
      receipts: receipts.map((receipt) => ({ seq: receipt.seq, jws: receipt.jws })),
      keys: keys.map(keyView),
      rules: this.reference.rulesSourceOf(pin, desksAsked(seen), versionsBefore(seen)),
      clocks: file.clocks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      segments: file.segments,
      exportedAt: at,
      hub: jwk,
    };
    return { ...unsealed, seal: await this.seal.seal(unsealed) };
  }
}

/** Agencies whose desk the fold asks for: theirs are the calendars to take along. */
function desksAsked({ journal, rules }: CustodyAsSeen): readonly AgencyId[] {
  const asked = new Set<AgencyId>();
  foldHistory(journal, {
    ...rules,
    desk: (agencyId, knownAt) => {
      asked.add(agencyId);
      return rules.desk(agencyId, knownAt);
    },
  });
  return [...asked].sort();
}

/** Versions the dossier was under before an amendment that holds. */
function versionsBefore({ journal, file }: CustodyAsSeen): readonly number[] {
  const versions = amendmentsInForce(journal).map(({ data }) => data.fromVersion);
  return [...new Set(versions)].filter((version) => version !== file.dossier.pin.procedureVersion);
}
