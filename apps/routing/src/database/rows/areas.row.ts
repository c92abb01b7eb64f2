import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('province')
export class ProvinceRow {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  @Column('text') type: string;
  @Column('jsonb', { name: 'merged_from' }) mergedFrom: { code: string; name: string }[];
}

@Entity('commune')
export class CommuneRow {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  @Column('text') type: string;
  @Column('text', { name: 'province_code' }) provinceCode: string;
  @Column('text', { nullable: true }) alias: string | null;
  @Column('text', { name: 'search_key' }) searchKey: string;
}

@Entity('old_unit')
export class OldUnitRow {
  @PrimaryColumn('text') code: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  @Column('text') district: string;
  @Column('text') province: string;
  @Column('text', { name: 'old_province_code' }) oldProvinceCode: string;
  @Column('text', { name: 'province_code' }) provinceCode: string;
  @Column('boolean') split: boolean;
  @Column('text', { name: 'likely_successor', nullable: true }) likelySuccessor: string | null;
  @Column('text', { name: 'search_key' }) searchKey: string;
}

@Entity('old_unit_successor')
export class OldUnitSuccessorRow {
  @PrimaryColumn('text', { name: 'old_code' }) oldCode: string;
  @Column('integer') ordinal: number;
  @PrimaryColumn('text', { name: 'commune_code' }) communeCode: string;
}
