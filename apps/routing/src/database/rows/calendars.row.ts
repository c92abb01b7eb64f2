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
