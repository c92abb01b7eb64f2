import { Controller, Get, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { JournalReader } from './journal-reader.js';
import { administrationJournalSchema, journalQuerySchema } from './journal-view.js';
import type { AdministrationJournalView, JournalAsked } from './journal-view.js';

/** What was done to people, keys and competences. */
@Controller('v1/administration/journal')
@Access({ roles: ['admin', 'auditor'] })
export class PeopleJournalController {
  constructor(private readonly reader: JournalReader) {}

  @Operation({
    id: 'readAdministrationJournal',
    summary: 'Nhật ký quản trị: ai đã thêm, sửa, cấp, thu hồi cán bộ, tài khoản, khóa, thẩm quyền nào, lúc nào',
    summaryEn: 'Journal of administration: who did what to which officer, account, key or competence, and when',
    notes:
      'The newest first. Written with the act itself and never changed. Admins read all of it, auditors what concerns their own agency and those they watch over. No secret is in it.',
    tag: 'identity',
    answers: { 200: { schema: administrationJournalSchema } },
    problems: ['cursor-invalid'],
  })
  @Get()
  list(
    @CallerOf() caller: Caller,
    @Query({ schema: journalQuerySchema }) query: JournalAsked,
  ): Promise<AdministrationJournalView> {
    return this.reader.page(caller, query);
  }
}
