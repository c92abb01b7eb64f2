/** What lint found, in words, for whoever shows it: the service and the command line. `{name}` stands for a fact of the finding. */
import type { LintRule } from '../procedure/lint/finding.js';

/** Vietnamese and English. */
export const LINT_SENTENCES: Readonly<Record<LintRule, readonly [string, string]>> = {
  'schema-violation': ['Giá trị không đúng dạng: {reason}', 'The value is not as the schema says: {reason}'],
  'duplicate-key': ['Mã {key} xuất hiện hai lần', 'The key {key} comes twice'],
  'no-limit': [
    'Không trường hợp nào có thời hạn: sẽ không tiếp nhận được hồ sơ',
    'No case has a limit: no dossier can be taken in',
  ],
  'limit-without-unit': [
    'Thời hạn “{written}” không có đơn vị; viết 1.5wd, 12wh, 30cd hoặc sameDay',
    'The limit “{written}” has no unit; write 1.5wd, 12wh, 30cd or sameDay',
  ],
  'limit-without-legal-basis': [
    'Có thời hạn nhưng không nêu căn cứ pháp lý',
    'There is a limit, but no legal basis for it',
  ],
  'limits-in-different-units': [
    'Các kênh của một trường hợp tính theo ngày thường và ngày làm việc lẫn lộn',
    'The channels of one case count calendar days and working time side by side',
  ],
  'same-day-without-cutoff': [
    'Trả trong ngày mà không có giờ chốt: hồ sơ nộp phút cuối đến hạn ngay phút đó',
    'Same day without a cut-off: what comes in at the last minute is due within it',
  ],
  'mixed-units': [
    '“{written}” sai đơn vị; ở đây phải dùng {expected}',
    '“{written}” is in the wrong unit; use {expected} here',
  ],
  'duration-not-positive': [
    'Khoảng thời gian “{written}” không lớn hơn không',
    'The duration “{written}” is not more than nothing',
  ],
  'leg-without-owner': ['Chặng {leg} không có ai chịu trách nhiệm', 'Nobody owns the minutes of {leg}'],
  'leg-without-budget': ['Chặng {leg} không có ngân sách thời gian', '{leg} has no budget'],
  'budget-without-unit': [
    'Ngân sách “{written}” không có đơn vị; viết 0.5wd hoặc 4wh',
    'The budget “{written}” has no unit; write 0.5wd or 4wh',
  ],
  'unknown-role': ['Không có vai trò {role}', 'There is no role {role}'],
  'consultation-with-zero-budget': [
    'Phải có ý kiến mới được quyết định, nhưng cơ quan được hỏi không có thời gian ({written})',
    'The decision waits for this opinion, but whoever gives it has no time ({written})',
  ],
  'minimum-work-exceeds-budget': [
    'Riêng việc phải làm ({work} phút) đã dài hơn ngân sách ({budget} phút)',
    'The work alone ({work} minutes) takes longer than the budget ({budget} minutes)',
  ],
  'delivery-longer-than-transfer': [
    'Thời gian truyền ({delivery} phút) dài hơn cả chặng chuyển ({transfer} phút)',
    'Delivery ({delivery} minutes) may take longer than the transfer it is part of ({transfer} minutes)',
  ],
  'outage-relief-without-system': [
    'Có quy định trừ thời gian sự cố hệ thống nhưng không chặng nào cần hệ thống dùng chung nào',
    'Outages of shared systems are to relieve the legs that require them, and no leg requires any',
  ],
  'outage-relief-of-limit-without-effect': [
    'Sự cố được trừ vào thời hạn, nhưng các chặng cần hệ thống ({legs}) đều nằm ngoài thời hạn',
    'Outages are to relieve the limit, and it does not count while the legs run that require a system ({legs})',
  ],
  'sub-deadline-policy-unknown': [
    'Cách chia lại hạn {policy} không có; chọn một trong: {policies}',
    'No policy for re-cutting sub-deadlines is called {policy}; choose one of: {policies}',
  ],
  'sub-deadlines-without-step': [
    'Hạn từng chặng được chia lại nhưng thủ tục không có bước nào để nhận thời gian',
    'Sub-deadlines are cut anew, but there is no step that time could go to',
  ],
  'minimum-works-exceed-limit': [
    'Riêng việc phải làm ở mọi chặng ({work} phút) đã dài hơn thời hạn ({limit} phút): chia lại thế nào cũng trễ',
    'The work of all legs alone ({work} minutes) takes longer than the limit ({limit} minutes): no re-cut keeps it',
  ],
  'wait-without-end': [
    'Chờ {wait} không có hạn cuối: hồ sơ có thể treo mãi',
    'Waiting for {wait} has no end: a dossier could stay open for ever',
  ],
  'unbounded-loop': ['Vòng lặp không có giới hạn: {loop}', 'A loop without a bound: {loop}'],
  'extension-without-legal-basis': ['Gia hạn mà không nêu căn cứ pháp lý', 'An extension without a legal basis'],
  'cutoff-without-effect': ['Giờ chốt này không có tác dụng', 'This cut-off has no effect'],
  'transfer-policy-without-effect': [
    'Thủ tục không chuyển đi đâu nên quy định này không có tác dụng',
    'The procedure crosses no boundary, so this has no effect',
  ],
  'warn-percents-unsorted': [
    'Các mức cảnh báo không theo thứ tự: {percents}',
    'The warnings do not stand in order: {percents}',
  ],
  'warn-percents-repeated': ['Mức cảnh báo {percent} % xuất hiện hai lần', 'The warning at {percent} % comes twice'],
  'warn-percent-at-breach': [
    'Cảnh báo ở {percent} % thì đã đến hạn',
    'A warning at {percent} % comes when the budget is used up',
  ],
  'warn-rungs-unsorted': [
    'Các mốc cảnh báo không theo thứ tự sẽ đến: {rungs}',
    'The warnings do not stand in the order in which they come: {rungs}',
  ],
  'warn-rung-repeated': ['Mốc cảnh báo {rung} xuất hiện hai lần', 'The warning {rung} comes twice'],
  'warn-clock-repeated': [
    'Đồng hồ {clock} có hai danh sách mốc cảnh báo; chỉ được một',
    'The clock {clock} has two lists of warnings; it may have one',
  ],
  'warn-clock-absent': [
    'Thủ tục này không có đồng hồ {clock} để cảnh báo',
    'This procedure has no clock {clock} that could warn',
  ],
  'warn-rung-never-comes': [
    'Cảnh báo khi còn {minutes} phút làm việc sẽ không bao giờ đến: đồng hồ nhiều nhất có {budget} phút',
    'A warning at {minutes} working minutes left never comes: the clock has {budget} minutes at most',
  ],
  'effective-dates-reversed': [
    'Hết hiệu lực ({ends}) trước khi có hiệu lực ({begins})',
    'It ends ({ends}) before it begins ({begins})',
  ],
  'effective-dates-hole': [
    'Sau ngày {ends} có khoảng trống không bản nào có hiệu lực (bản kế tiếp: {begins})',
    'After {ends} there are days without any version (the next begins: {begins})',
  ],
  'effective-dates-overlap': [
    'Trùng ngày hiệu lực với bản {version}; bản bắt đầu muộn hơn, rồi đến số cao hơn, sẽ thay thế',
    'The dates overlap those of version {version}; the one that begins later, then the higher number, takes over',
  ],
  'no-actor': ['Không ai được làm việc {command}', 'Nobody may {command}'],
  'unreachable-state': ['Không con đường nào dẫn tới trạng thái {state}', 'Nothing leads to the state {state}'],
  'dead-end': ['Từ trạng thái {state} không đi tới kết quả được', 'From the state {state} no result can be reached'],
  'no-way-out': [
    'Ở trạng thái {state} người dân không rút hồ sơ được',
    'In the state {state} the applicant cannot take the dossier back',
  ],
};
