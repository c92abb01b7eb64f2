/** Names for schemas of the domain that the document would otherwise repeat in every act. */
import { areaFactsSchema, commandSchema, documentSchema } from '@lien-thong/domain';
import { z } from 'zod';

const PLACE =
  'Nơi chốn: mã xã hiện nay, hoặc mã hay tên cũ trước 01/7/2025 · a place: the code of a commune of now, or a code or name of before 1 July 2025';
const REASON =
  'Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts';

/** Registers them; the same names each time. */
export function nameSchemas(): void {
  name(areaFactsSchema, { id: 'AreaFacts', description: 'The places a rule of competence may ask for' });
  name(areaFactsSchema.shape.residence.unwrap(), { id: 'Place', description: PLACE });
  name(documentSchema, {
    id: 'Document',
    description: 'Named by its digest; `size` in bytes. The bytes stay with you.',
  });
  for (const option of commandSchema.options) {
    if (option.shape.type.value === 'recallTransfer' && 'reason' in option.shape) {
      name(option.shape.reason, { description: REASON });
    }
  }
}

function name(schema: z.ZodType, meta: { readonly id?: string; readonly description: string }): void {
  if (!z.globalRegistry.has(schema)) z.globalRegistry.add(schema, meta);
}
