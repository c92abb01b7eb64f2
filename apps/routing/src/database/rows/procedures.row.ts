import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('procedure_version')
export class ProcedureVersionRow {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') name: string;
  @Column('text') field: string;
  @Column('text') level: string;
  @Column('text', { name: 'boundary_scope' }) boundaryScope: string;
  @Column('date', { name: 'effective_from' }) effectiveFrom: string;
  @Column('date', { name: 'effective_to', nullable: true }) effectiveTo: string | null;
  @Column('integer', { name: 'builder_version' }) builderVersion: number;
  @Column('timestamptz', { name: 'published_at', default: () => 'now()' }) publishedAt: Date;
  @Column('jsonb') definition: object;
}

@Entity('catalogue_procedure')
export class CatalogueProcedureRow {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') field: string;
  @Column('text') ministry: string;
  @Column('text', { array: true }) levels: string[];
  @Column('text', { name: 'search_key' }) searchKey: string;
  @Column('jsonb') entry: object;
}
