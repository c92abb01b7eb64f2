/** What each field is called, and in one sentence what follows from it. By place, as in fields.ts. */
import { catalogue } from '../../words/catalogue.js';
import { HOLDER_WORDS } from './holder-words.js';

const OWN_WORDS = catalogue(
  {
    name: { label: 'Tên thủ tục', hint: 'In trên giấy tiếp nhận và mọi màn hình.' },
    nameEn: { label: 'Tên tiếng Anh', hint: 'Hiện cho người đọc bằng tiếng Anh.' },
    field: { label: 'Lĩnh vực', hint: 'Báo cáo cộng theo lĩnh vực; thẩm quyền có thể giao cho cả lĩnh vực.' },
    level: { label: 'Cấp thực hiện', hint: 'Cấp ra quyết định, ghi trong báo cáo.' },
    boundaryScope: {
      label: 'Phạm vi phi địa giới',
      hint: 'Nộp được ở đâu: chỉ nơi có thẩm quyền, trong tỉnh, hay cả nước.',
    },
    'competence.criterion': { label: 'Thẩm quyền theo', hint: 'Thông tin quyết định cơ quan nào giải quyết.' },
    'competence.level': { label: 'Cấp có thẩm quyền', hint: 'Tìm cơ quan giải quyết ở cấp này.' },
    legalBasis: {
      label: 'Căn cứ pháp lý',
      hint: 'Mỗi văn bản một dòng; thiếu căn cứ thì không công bố được thời hạn.',
    },
    effectiveFrom: {
      label: 'Ngày có hiệu lực (dự kiến)',
      hint: 'Người công bố chọn ngày thật; hồ sơ nhận từ ngày đó theo bản này.',
    },
    effectiveTo: {
      label: 'Ngày hết hiệu lực',
      hint: 'Sau ngày này không nhận hồ sơ mới theo bản này; để trống nếu không định trước.',
    },
    'illustration.why': {
      label: 'Số liệu giả định',
      hint: 'Câu này hiện ở mọi nơi có thủ tục, để không ai nhầm là số chính thức.',
    },
    'illustration.whyEn': { label: 'Câu đó bằng tiếng Anh', hint: 'Hiện cho người đọc bằng tiếng Anh.' },
    'cases.*.name': { label: 'Tên trường hợp', hint: 'Cán bộ một cửa chọn trường hợp khi tiếp nhận.' },
    'cases.*.nameEn': { label: 'Tên tiếng Anh', hint: 'Hiện cho người đọc bằng tiếng Anh.' },
    'cases.*.key': { label: 'Mã trường hợp', hint: 'Phần mềm gọi trường hợp bằng mã này; không nên đổi.' },
    'cases.*.limits.counter': {
      label: 'Thời hạn nộp trực tiếp',
      hint: 'Hồ sơ nộp tại quầy phải xong trong khoảng này.',
    },
    'cases.*.limits.online': {
      label: 'Thời hạn nộp trực tuyến',
      hint: 'Hồ sơ nộp qua mạng phải xong trong khoảng này.',
    },
    'cases.*.limits.post': {
      label: 'Thời hạn nộp qua bưu chính',
      hint: 'Hồ sơ gửi bưu điện phải xong trong khoảng này.',
    },
    clockStart: {
      label: 'Thời hạn tính từ',
      hint: 'Tính từ lúc nơi có thẩm quyền nhận thì ngày hẹn lúc tiếp nhận chỉ là dự kiến.',
    },
    transferExcluded: {
      label: 'Không tính thời gian chuyển',
      hint: 'Đồng hồ pháp lý đứng yên khi hồ sơ đang chuyển và chờ nơi kia tiếp nhận.',
    },
    legalEnd: {
      label: 'Thời hạn kết thúc khi',
      hint: 'Chọn “sẵn sàng trả” thì đường chuyển kết quả về cũng nằm trong thời hạn.',
    },
    promiseGranularity: { label: 'Quá hạn xét theo', hint: 'Xét theo ngày thì trả trong ngày hẹn vẫn là đúng hạn.' },
    transferCutoff: {
      label: 'Giờ chốt chuyển',
      hint: 'Nhận sau giờ này thì hạn chuyển tính từ sáng ngày làm việc kế tiếp; để trống nếu không có.',
    },
    limitCutoff: {
      label: 'Giờ chốt trả trong ngày',
      hint: 'Nhận sau giờ này thì thủ tục trong ngày được trả vào ngày làm việc kế tiếp; để trống nếu không có.',
    },
    'supplement.policy': {
      label: 'Khi chờ bổ sung, thời hạn',
      hint: 'Dừng rồi chạy tiếp, tính lại từ đầu, hay vẫn chạy.',
    },
    'supplement.maxRounds': {
      label: 'Số lần yêu cầu bổ sung',
      hint: 'Hết số lần này thì chỉ còn quyết định; 0 là không được yêu cầu.',
    },
    'supplement.timeout': {
      label: 'Người nộp có',
      hint: 'Quá khoảng này mà chưa bổ sung thì hồ sơ bị dừng giải quyết.',
    },
    'payment.timeout': { label: 'Người nộp có', hint: 'Quá khoảng này mà chưa nộp tiền thì hồ sơ bị dừng giải quyết.' },
    'payment.pausesLegalClock': {
      label: 'Dừng đồng hồ trong lúc chờ nộp tiền',
      hint: 'Thời gian chờ nộp tiền không tính vào thời hạn.',
    },
    'extension.times': { label: 'Số lần gia hạn', hint: 'Hết số lần này thì không gia hạn được nữa.' },
    'extension.maximum': { label: 'Mỗi lần nhiều nhất', hint: 'Cùng đơn vị với thời hạn.' },
    'extension.legalBasis': { label: 'Căn cứ gia hạn', hint: 'In trên thông báo gia hạn.' },
    'extension.secondPerson': {
      label: 'Phải có người thứ hai',
      hint: 'Người ghi gia hạn và người đồng ý phải là hai người.',
    },
    'subDeadlines.policy': {
      label: 'Chia lại theo',
      hint: 'Khi một chặng xong sớm hay muộn, ngân sách các chặng sau được tính lại như thế này.',
    },
    'outageRelief.scope': { label: 'Sự cố hệ thống trừ vào', hint: 'Chỉ trừ cho chặng, hay trừ cả vào thời hạn.' },
    'outageRelief.legalBasis': { label: 'Căn cứ', hint: 'Văn bản cho phép trừ thời gian sự cố.' },
    warnPercents: {
      label: 'Cảnh báo khi đã dùng (%)',
      hint: 'Các mức, từ thấp đến cao, cách nhau bằng dấu phẩy; quá hạn thì luôn báo.',
    },
    'warnRungs.remainingMinutes': {
      label: 'Cảnh báo khi còn (phút làm việc)',
      hint: 'Nhiều phút trước, cách nhau bằng dấu phẩy.',
    },
    'warnRungs.risk': {
      label: 'Cảnh báo theo kế hoạch',
      hint: 'warning: việc còn lại theo ngân sách dài hơn thời gian còn lại; high: theo việc tối thiểu cũng không kịp.',
    },
  },
  {
    name: { label: 'Name of the procedure', hint: 'Printed on the receipt and on every screen.' },
    nameEn: { label: 'English name', hint: 'Shown to readers of English.' },
    field: { label: 'Field', hint: 'Reports add up by field; competence may be given for a whole field.' },
    level: { label: 'Level', hint: 'The level that decides, as reports name it.' },
    boundaryScope: {
      label: 'Across boundaries',
      hint: 'Where it may be handed in: only where it is decided, in the province, in the country.',
    },
    'competence.criterion': { label: 'Competent by', hint: 'The fact that says which agency decides.' },
    'competence.level': { label: 'Competent level', hint: 'The deciding agency is looked for at this level.' },
    legalBasis: { label: 'Legal basis', hint: 'One text a line; without any, no limit can be published.' },
    effectiveFrom: {
      label: 'First day (meant)',
      hint: 'Whoever publishes chooses the day; dossiers received from then on come under this version.',
    },
    effectiveTo: { label: 'Last day', hint: 'After it no dossier comes in under this version; empty when not known.' },
    'illustration.why': {
      label: 'Assumed figures',
      hint: 'Shown wherever the procedure is, so that nobody takes them for official.',
    },
    'illustration.whyEn': { label: 'The same in English', hint: 'Shown to readers of English.' },
    'cases.*.name': { label: 'Name of the case', hint: 'The clerk chooses the case at reception.' },
    'cases.*.nameEn': { label: 'English name', hint: 'Shown to readers of English.' },
    'cases.*.key': { label: 'Key of the case', hint: 'Software names the case by it; better left as it is.' },
    'cases.*.limits.counter': {
      label: 'Limit at the counter',
      hint: 'What comes in at the counter must be done within this.',
    },
    'cases.*.limits.online': { label: 'Limit online', hint: 'What comes in online must be done within this.' },
    'cases.*.limits.post': { label: 'Limit by post', hint: 'What comes in by post must be done within this.' },
    clockStart: {
      label: 'The limit runs from',
      hint: 'Counted from the competent agency’s receipt, the date given at reception is an estimate only.',
    },
    transferExcluded: {
      label: 'The transfer is not counted',
      hint: 'The legal clock stands still while the dossier is on its way and waits to be accepted.',
    },
    legalEnd: {
      label: 'The limit ends when',
      hint: 'With “ready to be returned” the way back of the result is within the limit too.',
    },
    promiseGranularity: {
      label: 'Overdue is judged by',
      hint: 'By the day: returned on the promised day is still in time.',
    },
    transferCutoff: {
      label: 'Cut-off of the transfer',
      hint: 'Received after it, the transfer counts from the next working morning; empty for none.',
    },
    limitCutoff: {
      label: 'Cut-off of the same day',
      hint: 'Received after it, a same-day procedure is due on the next working day; empty for none.',
    },
    'supplement.policy': {
      label: 'During a supplement the limit',
      hint: 'Rests and goes on, begins anew, or goes on running.',
    },
    'supplement.maxRounds': {
      label: 'Requests for a supplement',
      hint: 'After these only a decision is left; 0: none may be asked for.',
    },
    'supplement.timeout': {
      label: 'The applicant has',
      hint: 'After it, without a supplement, the dossier is closed.',
    },
    'payment.timeout': { label: 'The applicant has', hint: 'After it, unpaid, the dossier is closed.' },
    'payment.pausesLegalClock': {
      label: 'The clock stands still until paid',
      hint: 'Waiting for the payment is not counted.',
    },
    'extension.times': { label: 'Extensions', hint: 'After these the limit cannot be extended any more.' },
    'extension.maximum': { label: 'Each at the most', hint: 'In the unit of the limit.' },
    'extension.legalBasis': { label: 'Legal basis of the extension', hint: 'Printed on the notice.' },
    'extension.secondPerson': {
      label: 'Needs a second person',
      hint: 'Who records it and who agrees must be two people.',
    },
    'subDeadlines.policy': {
      label: 'Cut by',
      hint: 'When a leg ends early or late, the later budgets are cut anew this way.',
    },
    'outageRelief.scope': { label: 'An outage relieves', hint: 'The leg alone, or the limit with it.' },
    'outageRelief.legalBasis': { label: 'Legal basis', hint: 'The text that allows it.' },
    warnPercents: {
      label: 'Warn when used (%)',
      hint: 'Shares, the lowest first, separated by commas; the breach is always told.',
    },
    'warnRungs.remainingMinutes': {
      label: 'Warn when left (working minutes)',
      hint: 'The most first, separated by commas.',
    },
    'warnRungs.risk': {
      label: 'Warn by the plan',
      hint: 'warning: the budgets still to come exceed what is left; high: even the minimum works do.',
    },
  },
);

export const FIELD_WORDS = catalogue({ ...OWN_WORDS.vi, ...HOLDER_WORDS.vi }, { ...OWN_WORDS.en, ...HOLDER_WORDS.en });
