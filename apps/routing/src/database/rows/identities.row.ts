import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('officer')
export class OfficerRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('text') name: string;
  @Column('text') title: string;
  @Column('text', { name: 'title_en' }) titleEn: string;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { default: 1 }) revision: number;
}

@Entity('account')
export class AccountRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'officer_id', unique: true }) officerId: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { name: 'authz_version', default: 1 }) authzVersion: number;
  @Column('boolean', { default: false }) demo: boolean;
}

@Entity('account_role')
export class AccountRoleRow {
  @PrimaryColumn('text', { name: 'account_id' }) accountId: string;
  @PrimaryColumn('text') role: string;
}

@Entity('supervised_area')
export class SupervisedAreaRow {
  @PrimaryColumn('text', { name: 'agency_id' }) agencyId: string;
  @PrimaryColumn('text', { name: 'area_code' }) areaCode: string;
}

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('text') label: string;
  @Column('bytea', { name: 'secret_hash' }) secretHash: Buffer;
  @Column('text', { array: true }) roles: string[];
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('boolean', { default: false }) demo: boolean;
}
