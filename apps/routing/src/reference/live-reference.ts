import { IndexedReference } from '@lien-thong/engine';
import type { Reference, ReferenceData } from '@lien-thong/engine';
import type { Directory } from '@lien-thong/domain';

/** The reference data as they stand: when they change, a new index takes the place of the old one, between two questions. */
export class LiveReference implements Reference {
  private current: IndexedReference;

  constructor(
    data: ReferenceData,
    /** What stood for the data when they were first read. */
    readonly firstDigest: string | null = null,
  ) {
    this.current = new IndexedReference(data);
  }

  /** Areas, agencies and competences, for whoever only reads. */
  get directory(): Directory {
    return this.current.directory;
  }

  replace(data: ReferenceData): void {
    this.current = new IndexedReference(data);
  }

  procedureInForce(...asked: Parameters<Reference['procedureInForce']>): ReturnType<Reference['procedureInForce']> {
    return this.current.procedureInForce(...asked);
  }

  knows(...asked: Parameters<IndexedReference['knows']>): boolean {
    return this.current.knows(...asked);
  }

  agency(...asked: Parameters<Reference['agency']>): ReturnType<Reference['agency']> {
    return this.current.agency(...asked);
  }

  legalCalendar(...asked: Parameters<Reference['legalCalendar']>): ReturnType<Reference['legalCalendar']> {
    return this.current.legalCalendar(...asked);
  }

  legalPinned(...asked: Parameters<IndexedReference['legalPinned']>): ReturnType<IndexedReference['legalPinned']> {
    return this.current.legalPinned(...asked);
  }

  legalVersions(): ReturnType<IndexedReference['legalVersions']> {
    return this.current.legalVersions();
  }

  rulesOf(...asked: Parameters<Reference['rulesOf']>): ReturnType<Reference['rulesOf']> {
    return this.current.rulesOf(...asked);
  }

  rulesSourceOf(
    ...asked: Parameters<IndexedReference['rulesSourceOf']>
  ): ReturnType<IndexedReference['rulesSourceOf']> {
    return this.current.rulesSourceOf(...asked);
  }

  calendarSourcesOf(
    ...asked: Parameters<IndexedReference['calendarSourcesOf']>
  ): ReturnType<IndexedReference['calendarSourcesOf']> {
    return this.current.calendarSourcesOf(...asked);
  }

  rulesFor(...asked: Parameters<Reference['rulesFor']>): ReturnType<Reference['rulesFor']> {
    return this.current.rulesFor(...asked);
  }

  resolve(...asked: Parameters<Reference['resolve']>): ReturnType<Reference['resolve']> {
    return this.current.resolve(...asked);
  }
}
