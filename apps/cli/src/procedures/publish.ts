/** `lienthong procedures publish`: says what will happen, then publishes the draft that was read, as a second person. */
import type { Client } from '@lien-thong/client';
import type { Call, Command } from '../command.js';
import { isSet, textOf } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import { HUB_HELP, HUB_OPTIONS, answerOf, hubOf } from '../hub.js';
import type { Outcome } from '../output.js';
import { NoAnswer, Unreadable } from '../words.js';
import type { Words } from '../words.js';
import { planLines, planOf } from './publish-plan.js';
import type { PublishPlan } from './publish-plan.js';
import { numberOf, versionNamed } from './subject.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The version named, and the day asked for. Throws Unreadable. */
function asked(call: Call) {
  const [text = ''] = call.positionals;
  const named = versionNamed(text);
  if (named === null) {
    throw new Unreadable({ vi: `${text}: cần mã thủ tục (1.004873@2)`, en: `${text}: a procedure code (1.004873@2)` });
  }
  const from = textOf(call, 'from');
  if (from === null || !DAY.test(from)) {
    throw new Unreadable({
      vi: 'cần ngày có hiệu lực: --from 2027-01-04',
      en: 'the first day is needed: --from 2027-01-04',
    });
  }
  const revision = textOf(call, 'revision');
  if (revision !== null && !/^[1-9]\d{0,8}$/.test(revision)) {
    throw new Unreadable({ vi: `--revision ${revision}: phải là số`, en: `--revision ${revision}: a number` });
  }
  const [reason, digest] = [textOf(call, 'reason'), textOf(call, 'verdict')];
  return { named, effectiveFrom: from, revision: revision === null ? null : Number(revision), reason, digest };
}

async function agreed(call: Call, plan: PublishPlan): Promise<boolean> {
  if (isSet(call, 'yes')) return true;
  if (call.confirm === null) {
    throw new Unreadable({
      vi: 'không có ai ở bàn phím để đồng ý: thêm --yes, hoặc --dry-run để chỉ xem',
      en: 'nobody is at the terminal to agree: add --yes, or --dry-run to look only',
    });
  }
  return call.confirm({
    vi: `Công bố ${plan.code}@${plan.version}?`,
    en: `Publish ${plan.code}@${plan.version}?`,
  });
}

async function published(client: Client, { code, version, revision, effectiveFrom, reason, digest }: PublishPlan) {
  const approval = reason === null ? {} : { approval: { reason, verdict: digest } };
  const body = { effectiveFrom, ...approval };
  return answerOf(await client.publishVersion({ code, version, ifMatch: `"v${revision}"`, body })).value;
}

async function publish(call: Call): Promise<Outcome> {
  const { named, ...wanted } = asked(call);
  const client = hubOf(call);
  const version = await numberOf(client, named);
  const plan = await planOf(client, { code: named.code, version, ...wanted }, call.progress);
  const lines = planLines(plan);
  if (isSet(call, 'dry-run')) return { exitCode: plan.publishable ? SOUND : FOUND, lines, value: { plan } };
  for (const line of lines) call.tell(line);
  if (!(await agreed(call, plan))) throw new NoAnswer({ vi: 'không công bố', en: 'not published' }, FOUND);
  const value = await published(client, plan);
  const done: Words = {
    vi: `✓ Đã công bố ${value.code}@${value.version}, hiệu lực từ ${value.effectiveFrom}; kết luận mốc thời gian: ${value.verdict.verdict}`,
    en: `✓ Published ${value.code}@${value.version}, in force from ${value.effectiveFrom}; verdict on its timeline: ${value.verdict.verdict}`,
  };
  const approved: readonly Words[] =
    value.approval === null
      ? []
      : [
          {
            vi: `  chưa an toàn nhưng được duyệt, lý do: ${value.approval.reason}`,
            en: `  approved although it is not safe, because: ${value.approval.reason}`,
          },
        ];
  return { exitCode: SOUND, lines: [done, ...approved], value };
}

export const publishCommand: Command = {
  name: ['procedures', 'publish'],
  usage:
    'procedures publish CODE[@N] --from DATE [--reason TEXT] [--revision N] [--verdict X] [--yes | --dry-run] [--hub URL]',
  help: [
    {
      vi: 'công bố bản nháp, với tư cách người thứ hai; in trước việc sẽ làm rồi mới hỏi',
      en: 'publish a draft, as a second person; says what will happen before it asks',
    },
    {
      vi: '--from DATE     ngày có hiệu lực, sớm nhất là ngày mai',
      en: '--from DATE     first day, tomorrow at the earliest',
    },
    {
      vi: '--reason TEXT   lý do duyệt khi mốc thời gian chưa được chứng minh an toàn; người công bố chịu trách nhiệm',
      en: '--reason TEXT   why, while the timeline is not proved safe; whoever publishes stands for it',
    },
    {
      vi: '--revision N    lần sửa đã đọc (If-Match); nếu bản nháp đã đổi thì bị từ chối. Mặc định: lần sửa hiện tại',
      en: '--revision N    the revision that was read (If-Match); refused if the draft has changed. Default: the present one',
    },
    {
      vi: '--verdict X     digest của kết luận đã đọc; nếu kết luận đã khác thì bị từ chối. Mặc định: kết luận vừa in',
      en: '--verdict X     digest of the verdict that was read; refused if it is another now. Default: the one just shown',
    },
    { vi: '--yes           không hỏi', en: '--yes           do not ask' },
    { vi: '--dry-run       chỉ in việc sẽ làm', en: '--dry-run       only say what would happen' },
    HUB_HELP,
  ],
  options: {
    ...{ from: { type: 'string' }, reason: { type: 'string' }, revision: { type: 'string' } },
    verdict: { type: 'string' },
    ...{ yes: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
    ...HUB_OPTIONS,
  },
  takes: { least: 1, most: 1 },
  tables: true,
  run: publish,
};
