import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For administration and inspection: the ledger writes the journal by its own statements, and nobody changes it. */
@Entity('event')
export class EventRow {
  @PrimaryColumn('uuid', { name: 'dossier_id' }) dossierId: string;
  @Column('uuid') id: string;
  @PrimaryColumn('integer') seq: number;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('bytea', { name: 'prev_hash' }) prevHash: Buffer;
  @Column('bytea') hash: Buffer;
  @Column('text') type: string;
  @Column('text') phase: string;
  @Column('text', { name: 'actor_kind' }) actorKind: string;
  @Column('text', { name: 'actor_agency', nullable: true }) actorAgency: string | null;
  @Column('text', { name: 'actor_officer', nullable: true }) actorOfficer: string | null;
  @Column('text', { name: 'shown_to', array: true, nullable: true }) shownTo: string[] | null;
  @Column('jsonb') data: object;
}

@Entity('installation')
export class InstallationRow {
  @PrimaryColumn('boolean', { default: true }) one: boolean;
  @Column('integer', { name: 'feed_epoch' }) feedEpoch: number;
  @Column('text', { name: 'seeds_digest', nullable: true }) seedsDigest: string | null;
}
