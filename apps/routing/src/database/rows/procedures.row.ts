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
  @Column('text', { name: 'drafted_by', nullable: true }) draftedBy: string | null;
  @Column('timestamptz', { name: 'drafted_at', nullable: true }) draftedAt: Date | null;
  @Column('text', { name: 'changed_by', nullable: true }) changedBy: string | null;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt: Date | null;
  @Column('text', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('text', { name: 'approval_reason', nullable: true }) approvalReason: string | null;
  @Column('jsonb', { nullable: true }) verdict: object | null;
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
