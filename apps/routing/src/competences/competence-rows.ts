/** Rules of competence in the database. */
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';
import { RULE_COLUMNS } from './list-competences.js';
import type { CompetenceRow } from './list-competences.js';

const RULE: Statement = { name: 'competence', text: `select ${RULE_COLUMNS} from competence c where c.id = $1` };

const ADD: Statement = {
  name: 'add-competence',
  text: `insert into competence (id, procedure_code, field, agency_id, area_codes, level, valid_from, valid_to, legal_basis, verified)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

const END: Statement = { name: 'end-competence', text: 'update competence set valid_to = $2 where id = $1' };

/** A province stands for its communes, `all` for everything; days are those that both hold. */
const OVERLAPPING: Statement = {
  name: 'overlapping-competence',
  text: `select c.id, c.agency_id as "agencyId" from competence c
    where c.procedure_code is not distinct from $1 and c.field is not distinct from $2 and c.level = $3
      and daterange(c.valid_from, c.valid_to, '[]') && daterange($4::date, $5::date, '[]')
      and ('all' = any (c.area_codes) or 'all' = any ($6::text[]) or c.area_codes && $6
        or exists (select from commune m where m.province_code = any (c.area_codes) and m.code = any ($6))
        or exists (select from commune m where m.province_code = any ($6) and m.code = any (c.area_codes)))
    order by c.id limit 1`,
};

const KNOWN_PROCEDURE: Statement = {
  name: 'known-procedure',
  text: `select where exists (select from catalogue_procedure where code = $1) or exists (select from published_version where code = $1)`,
};

export async function ruleOf(wire: Wire, id: string): Promise<CompetenceRow | null> {
  const [row] = await wire.select<CompetenceRow & object>(RULE, [id]);
  return row ?? null;
}

export async function addRule(wire: Wire, rule: CompetenceRow): Promise<void> {
  const { id, procedureCode, field, agencyId, areaCodes, level, validFrom, validTo, legalBasis, verified } = rule;
  await wire.select(ADD, [
    ...[id, procedureCode, field, agencyId, areaCodes, level, validFrom, validTo, legalBasis, verified],
  ]);
}

export async function endRule(wire: Wire, id: string, lastDay: string): Promise<void> {
  await wire.select(END, [id, lastDay]);
}

/** A rule that holds for the same, somewhere and on some day. */
export async function overlapping(
  wire: Wire,
  { procedureCode, field, level, validFrom, validTo, areaCodes }: CompetenceRow,
): Promise<{ readonly id: string; readonly agencyId: string } | null> {
  const values = [procedureCode, field, level, validFrom, validTo, areaCodes];
  const [row] = await wire.select<{ id: string; agencyId: string }>(OVERLAPPING, values);
  return row ?? null;
}

export async function isProcedure(wire: Wire, code: string): Promise<boolean> {
  return (await wire.select(KNOWN_PROCEDURE, [code])).length > 0;
}
