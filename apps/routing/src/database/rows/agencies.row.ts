import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agency')
export class AgencyRow {
  @PrimaryColumn('text') id: string;
  @Column('text') identifier: string;
  @Column('text') name: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text') level: string;
  @Column('text') kind: string;
  @Column('text', { name: 'province_code' }) provinceCode: string;
  @Column('text', { name: 'commune_code', nullable: true }) communeCode: string | null;
  @Column('jsonb', { name: 'one_stop_unit', nullable: true }) oneStopUnit: { name: string; nameEn: string } | null;
  @Column('boolean', { name: 'console_only' }) consoleOnly: boolean;
  @Column('jsonb', { name: 'desk_hours', nullable: true }) deskHours: object[] | null;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') verified: string;
}

@Entity('competence')
export class CompetenceRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'procedure_code', nullable: true }) procedureCode: string | null;
  @Column('text', { nullable: true }) field: string | null;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('text', { name: 'area_codes', array: true }) areaCodes: string[];
  @Column('text') level: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { name: 'legal_basis' }) legalBasis: string;
  @Column('text') verified: string;
}
