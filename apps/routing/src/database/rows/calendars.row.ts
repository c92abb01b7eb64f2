import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendar_version')
export class CalendarVersionRow {
  @PrimaryColumn('text') layer: string;
  @PrimaryColumn('text', { name: 'layer_id' }) layerId: string;
  @PrimaryColumn('integer') version: number;
  @Column('text', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @Column('jsonb', { nullable: true }) hours: object[] | null;
  @Column('integer', { name: 'noticed_years', array: true, nullable: true }) noticedYears: number[] | null;
  @Column('timestamptz', { name: 'loaded_at', default: () => 'now()' }) loadedAt: Date;
  @Column('text', { name: 'notice_number', nullable: true }) noticeNumber: string | null;
  @Column('date', { name: 'notice_issued_on', nullable: true }) noticeIssuedOn: string | null;
  @Column('text', { name: 'notice_issuer', nullable: true }) noticeIssuer: string | null;
  @Column('text', { name: 'notice_link', nullable: true }) noticeLink: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { name: 'drafted_by', nullable: true }) draftedBy: string | null;
  @Column('timestamptz', { name: 'drafted_at', nullable: true }) draftedAt: Date | null;
  @Column('text', { name: 'changed_by', nullable: true }) changedBy: string | null;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt: Date | null;
  @Column('text', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { name: 'known_from', nullable: true }) knownFrom: Date | null;
}

@Entity('holiday')
export class HolidayRow {
  @PrimaryColumn('text') layer: string;
  @PrimaryColumn('text', { name: 'layer_id' }) layerId: string;
  @PrimaryColumn('integer') version: number;
  @PrimaryColumn('integer') ordinal: number;
  @Column('date') date: string;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text') notice: string;
  @Column('boolean') provisional: boolean;
  @Column('text', { name: 'closed_from', nullable: true }) closedFrom: string | null;
  @Column('text', { name: 'closed_to', nullable: true }) closedTo: string | null;
}
