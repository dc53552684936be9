import { Temporal } from 'temporal-polyfill'
import type { Action, Refusal } from '../../core/refusal.ts'
import { statesFor, transitionOf } from '../../core/nomination/transitions.ts'
import { sayRole } from './account.ts'
import { sayBotFull, sayOtherBot } from './channels.ts'
import { citeLaw, sayAct, sayFindings } from './findings.ts'
import { sayDate, sayPeriod } from './moments.ts'
import { ACTION_NAMES, STATE_NAMES } from './nomination-words.ts'
import { sayOtherPhoto } from './notice-photos.ts'
import { capitalise } from './people.ts'
import { sayFigure } from './reports.ts'

type Sentences = { [R in Refusal['reason']]: (refusal: Extract<Refusal, { reason: R }>) => string }

const WHAT: Record<Action, string> = {
  report: 'gửi báo cáo',
  nominate: 'đề nghị khen thưởng (việc của cán bộ đầu mối và người đứng đầu đơn vị)',
  endorse: 'cho ý kiến đồng ý trình (việc của người đứng đầu đơn vị)',
  'see-progress': 'xem tình hình của các đơn vị khác',
  chase: 'đôn đốc, gia hạn cho các đơn vị (việc của cơ quan phụ trách)',
  appraise: 'xem hồ sơ chờ thẩm định',
  announce: 'gửi thông báo tuyên truyền',
  'link-group': 'liên kết nhóm (việc của cơ quan phụ trách phong trào)',
  'answer-kept': 'xem và trả lời các tin đang chờ cán bộ xem',
  'run-council': 'mở, ghi và khóa kỳ họp Hội đồng (việc của thư ký Hội đồng)',
  vote: 'biểu quyết (việc của thành viên Hội đồng)',
  decide: 'ghi, thông báo, hủy quyết định khen thưởng (việc của cơ quan thẩm định)',
  'answer-data-request': 'trả lời yêu cầu về dữ liệu cá nhân (việc của cơ quan phụ trách)',
  'set-pin': 'đặt mã PIN (dành cho cán bộ thẩm định, thư ký, trình ký, tuyên truyền, quản trị)',
}

function day(iso: string): string {
  return sayDate(Temporal.PlainDate.from(iso))
}

/** Every refusal with its reason and what to do next. A refusal without a sentence does not compile. */
const SENTENCES: Sentences = {
  'invite-unknown': () =>
    'Mã này chưa đúng. Đề nghị kiểm tra lại từng ký tự (8 ký tự, ví dụ dạng XXXX-XXXX) hoặc xin mã mới ở cơ quan phụ trách phong trào.',
  'invite-expired': () => 'Mã này đã hết hạn. Đề nghị xin mã mới ở cơ quan phụ trách phong trào.',
  'invite-used': () =>
    'Mã này đã được dùng. Nếu không phải đồng chí đã dùng, đề nghị báo cơ quan phụ trách phong trào và xin mã mới.',
  'too-many-attempts': ({ minutes }) =>
    `Đã nhập sai mã nhiều lần. Đề nghị thử lại sau ${minutes} phút hoặc liên hệ cơ quan phụ trách phong trào.`,
  'account-taken': ({ name }) =>
    `Tài khoản này đang gắn với đồng chí ${name}. Nếu không đúng, nhắn "sai người" để gỡ, rồi gửi lại mã.`,
  'bot-full': sayBotFull,
  'other-bot': sayOtherBot,
  'nothing-to-undo': () => 'Không có việc nào để hoàn tác.',
  'no-campaign': () =>
    'Đơn vị của đồng chí chưa tham gia phong trào nào trên hệ thống. Đề nghị liên hệ cơ quan phụ trách.',
  'campaign-not-started': ({ startsOn }) =>
    `Phong trào bắt đầu từ ${day(startsOn)}; từ ngày đó Trợ lý sẽ nhận báo cáo.`,
  'campaign-ended': ({ endedOn }) =>
    `Phong trào đã kết thúc ngày ${day(endedOn)} theo kế hoạch nên việc này không còn thực hiện được ở đây. Cần trao đổi thêm, đề nghị liên hệ cơ quan phụ trách.`,
  'not-allowed': ({ action }) =>
    `Vai trò của đồng chí trên hệ thống chưa có quyền ${WHAT[action]}. Nếu cần, đề nghị liên hệ cơ quan phụ trách để bổ sung.`,
  'report-not-found': ({ code }) =>
    `Không có báo cáo ${code ? `${code} ` : ''}nào của đơn vị mà đồng chí sửa được. Nhắn "báo cáo của tôi" để xem danh sách.`,
  'report-withdrawn': ({ code }) =>
    `${code} đã được rút trước đó. Đồng chí có thể gửi báo cáo mới bằng một tin nhắn.`,
  'figure-not-found': ({ code, quantity }) =>
    `${code} không có số liệu nào${quantity === undefined ? ' để sửa' : ` là ${quantity}`}. Đồng chí nhắn theo mẫu: "sửa ${code}: …" kèm nội dung đúng.`,
  'figure-ambiguous': ({ code, candidates }) =>
    `${code} có nhiều số liệu như vậy: ${candidates.map(({ figure }) => sayFigure(figure)).join('; ')}. Đồng chí muốn sửa số nào?`,
  'no-earlier-version': ({ code }) =>
    `${code} chưa từng được sửa nên không có bản trước để trở lại.`,
  'report-locked': ({ code }) =>
    `${code} đang được dùng để thẩm định hồ sơ khen thưởng. Sửa số liệu, xin nhắn kèm lý do, ví dụ: "sửa ${code}: 25 hội nghị, lý do: cộng sót thôn 4". Cần rút, đề nghị liên hệ cơ quan phụ trách.`,
  'nomination-not-found': ({ code }) =>
    `Không có hồ sơ ${code ? `${code} ` : ''}nào mà đồng chí được xem. Nhắn "hồ sơ" để xem các hồ sơ của đơn vị mình.`,
  'nomination-incomplete': ({ code }) => `${code} còn thiếu thông tin nên chưa trình được.`,
  'nomination-not-now': ({ code, state, action }) => {
    const where = statesFor(action).map((other) => STATE_NAMES[other])
    return `${code} ${STATE_NAMES[state]} nên chưa ${ACTION_NAMES[action]} được; việc này làm khi hồ sơ ở bước: ${where.slice(0, 3).join(', ')}. Nhắn "${code}" để xem hồ sơ đang ở đâu.`
  },
  'nomination-not-yours': ({ code, state, action }) => {
    const roles = (transitionOf(state, action)?.roles ?? []).map(sayRole)
    return `${capitalise(ACTION_NAMES[action])} ${code} là việc của ${roles.join(', ')}. Nếu cần, đề nghị liên hệ cơ quan phụ trách.`
  },
  'nomination-blocked': ({ code, action, on, findings }) =>
    `Chưa ${ACTION_NAMES[action]} ${code} được: ${sayFindings(findings, Temporal.PlainDate.from(on)).join('; ')}.`,
  'no-such-criterion': ({ code, count }) =>
    count === 0
      ? `Kế hoạch không nêu tiêu chuẩn riêng cho hình thức của ${code}.`
      : `${code} có ${count} tiêu chuẩn, đánh số từ 1. Nhắn "tiêu chuẩn ${code}" để xem.`,
  'no-such-point': ({ code, count }) =>
    `${code} có ${count} điểm cần bổ sung, đánh số từ 1. Nhắn "${code}" để xem từng điểm.`,
  'nothing-to-transfer': ({ code }) =>
    `${code} thuộc đơn vị và phong trào đang hoạt động nên không phải chuyển. Nhắn "${code}" để xem hồ sơ đang ở đâu.`,
  'no-open-award': () =>
    'Hiện không trong thời gian nhận đề nghị khen thưởng theo kế hoạch. Nhắn "hạn" để xem thời gian.',
  'report-inherited': ({ code, unit }) =>
    `${code} là báo cáo của ${unit} từ trước khi sắp xếp đơn vị: đồng chí xem được, không sửa hay rút được. Kết quả mới, nhắn một báo cáo mới.`,
  'unit-closed': ({ unit, on, ended }) =>
    ended
      ? `${capitalise(unit)} kết thúc hoạt động từ ngày ${day(ended.since)} (${sayAct(ended.source, ended.confirmed)}) nên không lập được hồ sơ${citeLaw('dissolved-unit', Temporal.PlainDate.from(on))}. ${ended.successor === undefined ? 'Đề nghị liên hệ cơ quan phụ trách.' : `Cá nhân được đề nghị qua ${ended.successor}.`}`
      : `Hôm nay ${unit} không còn hoặc chưa hoạt động nên không lập được hồ sơ${citeLaw('dissolved-unit', Temporal.PlainDate.from(on))}. Đề nghị lập ở đơn vị mới hoặc liên hệ cơ quan phụ trách.`,
  'no-head': ({ code }) =>
    `${code} đã lưu nháp, nhưng người đứng đầu đơn vị chưa đăng ký với Trợ lý nên chưa xin ý kiến được. Đề nghị báo người đứng đầu đăng ký, rồi nhắn "trình ${code}".`,
  'invite-in-group': () =>
    'Mã đăng ký cá nhân không dùng trong nhóm; mã mà cả nhóm đã thấy thì không còn hiệu lực. Đề nghị xin mã mới ở cơ quan phụ trách và nhắn riêng cho Trợ lý.',
  'group-code-in-private': () =>
    'Đây là mã liên kết nhóm. Đề nghị nhắn mã này trong nhóm, kèm tên Trợ lý (@…).',
  'cluster-unknown': ({ known }) =>
    known.length === 0
      ? 'Danh sách đơn vị chưa chia cụm. Nhắn "mã nhóm" để lấy mã cho toàn phong trào.'
      : `Chưa có cụm nào mang tên đó. Các cụm hiện có: ${known.join('; ')}. Nhắn "mã nhóm" kèm tên cụm.`,
  'group-not-linked': () => 'Nhóm này chưa liên kết với phong trào nào.',
  'group-not-found': ({ number }) =>
    `Không có nhóm ${number} nào đang liên kết. Nhắn "danh sách nhóm" để xem.`,
  'address-unknown': () =>
    'Trợ lý xưng hô được bằng đồng chí, anh, chị, cô, chú, bác, ông, bà kèm tên, hoặc bằng chức danh. Ví dụ: "gọi tôi là chị Hoa", "gọi tôi là đồng chí Chủ tịch".',
  'nothing-owed': () =>
    'Đơn vị hiện không còn việc nào đang chờ nên không có gì để hẹn hay gia hạn. Trân trọng cảm ơn.',
  'moment-passed': () =>
    'Giờ đó đã qua. Đồng chí hẹn lại một giờ khác, ví dụ "chiều mai gửi" hoặc "9h mai gửi".',
  'promise-too-far': () =>
    'Trợ lý ghi hẹn trong vòng 7 ngày. Cần lâu hơn, đồng chí nhắn "xin gia hạn đến ngày … vì …" để cơ quan phụ trách xem.',
  'already-reported': ({ period }) =>
    `Đơn vị đã có báo cáo ${sayPeriod(period)}, không cần báo thêm. Nhắn "báo cáo của tôi" để xem lại.`,
  'extension-not-later': ({ dueOn }) =>
    `Ngày gia hạn cần sau hạn hiện nay (${day(dueOn)}) và chưa qua. Đề nghị nhắn lại, ví dụ "gia hạn đến 30/11 vì mưa lũ".`,
  'no-unit-plan': ({ unit }) =>
    `${unit === undefined ? 'Phong trào này' : `Với ${unit}, phong trào này`} không yêu cầu kế hoạch riêng của đơn vị, nên không có gì để ghi. Nhắn "hạn" để xem các việc.`,
  'other-units-plan': ({ unit }) =>
    `Đồng chí chỉ báo được kế hoạch của đơn vị mình; kế hoạch của ${unit} do đơn vị đó hoặc cơ quan phụ trách báo.`,
  'unit-plan-not-found': ({ unit }) =>
    `Trợ lý chưa ghi nhận kế hoạch nào của ${unit}. Đã ban hành, xin nhắn "đã ban hành KH số 15/KH-UBND ngày 10/6".`,
  'plan-day-ahead': ({ on }) =>
    `Ngày ban hành ${day(on)} chưa tới. Đề nghị xem lại ngày trên văn bản rồi nhắn lại, ví dụ "đã ban hành KH số 15/KH-UBND ngày 10/6".`,
  'office-unreachable': () =>
    'Hiện chưa có cán bộ nào của cơ quan phụ trách nhận được tin qua Trợ lý. Đề nghị gọi trực tiếp cơ quan phụ trách.',
  'leave-over': () =>
    'Ngày nghỉ chưa đúng: cần chưa qua và ngày cuối không trước ngày đầu. Đề nghị nhắn lại, ví dụ "nghỉ đến 20/12, chị Hoa thay".',
  'not-away': () =>
    'Trợ lý không ghi nhận đồng chí đang nghỉ; mọi việc vẫn gửi đồng chí như thường.',
  'deputy-elsewhere': () =>
    'Người thay, người nhận bàn giao phải là cán bộ khác của cùng đơn vị. Đề nghị nhắn lại với tên đầy đủ.',
  'deputy-away': ({ name }) =>
    `Đồng chí ${name} cũng nghỉ trong những ngày đó. Đề nghị nhắn lại với người thay khác.`,
  'successor-unreachable': ({ name }) =>
    `Đồng chí ${name} chưa đăng ký với Trợ lý nên chưa gửi được. Đề nghị báo đồng chí ấy đăng ký, rồi nhắn lại.`,
  'kept-not-found': ({ code }) =>
    `Không có tin ${code} nào đang chờ cán bộ xem; có thể đồng nghiệp đã xử lý. Nhắn "tin chờ" để xem danh sách.`,
  'person-unreachable': ({ name }) =>
    `Chưa gửi được: đồng chí ${name} hiện không nhận được tin nhắn. Tin vẫn ở danh sách chờ; đề nghị liên hệ qua điện thoại.`,
  'announcement-not-found': ({ code }) =>
    `Không có thông báo ${code ? `${code} ` : ''}nào như vậy trong phong trào. Nhắn "thông báo" để xem các thông báo gần đây.`,
  'nobody-in-audience': () =>
    'Không có cán bộ nào thuộc diện nhận như đồng chí nêu. Đề nghị nhắn lại, ví dụ "gửi thông báo cho đầu mối các xã, trừ xã …: nội dung".',
  'nobody-received-it': ({ code }) =>
    `${code} chưa tới ai nên không cần đính chính; phần chưa gửi đã dừng lại.`,
  'nobody-silent': ({ code }) =>
    `Mọi người đã nhận ${code} đều xác nhận đã nắm; không cần gửi lại.`,
  'releaser-is-drafter': () =>
    'Thông báo này cần một đồng chí khác xem và đồng ý gửi; người soạn không tự duyệt.',
  'no-second-releaser': ({ above }) =>
    `Thông báo tới trên ${above} người cần một đồng chí thứ hai đồng ý, nhưng hiện chưa có ai khác có quyền và nhận được tin. Bản nháp vẫn được giữ.`,
  'pin-not-set': () =>
    'Việc này cần mã PIN cá nhân. Đề nghị xin mã một lần ở quản trị hệ thống, rồi nhắn "đặt mã PIN".',
  'pin-wrong': ({ left }) =>
    `Mã chưa đúng, chưa làm gì. Còn ${left} lần thử; sau đó phải chờ một giờ.`,
  'pin-locked': ({ minutes }) =>
    `Mã đã nhập sai nhiều lần nên tạm khóa ${minutes} phút; chưa làm gì. Nếu không phải đồng chí nhập, đề nghị báo quản trị hệ thống ngay.`,
  'pin-code-missing': () =>
    'Chưa có mã một lần còn hiệu lực cho đồng chí. Đề nghị xin mã mới ở quản trị hệ thống.',
  'pin-weak': () =>
    'Mã PIN này dễ đoán nên chưa nhận. Đề nghị nhắn lại mã một lần kèm sáu số khác, không trùng nhau hoặc liền nhau.',
  'session-open': ({ heldOn }) =>
    `Kỳ họp ngày ${day(heldOn)} đang mở. Đề nghị khóa phiếu kỳ họp đó trước: nhắn "khóa phiếu".`,
  'no-session': () => 'Hiện không có kỳ họp Hội đồng nào đang mở.',
  'no-members': () =>
    'Danh sách cán bộ chưa có thành viên Hội đồng. Đề nghị ghi số thành viên khi mở, ví dụ: "… Hội đồng 9 thành viên".',
  'agenda-empty': () =>
    'Chưa có hồ sơ nào đủ điều kiện để đưa ra Hội đồng. Nhắn "hồ sơ chờ thẩm định" để xem.',
  'not-on-agenda': ({ code }) =>
    `${code} không có trong kỳ họp đang mở. Nhắn "biểu quyết" để xem hồ sơ tiếp theo.`,
  recused: ({ code }) =>
    `Đồng chí không tham gia biểu quyết ${code}; các hồ sơ khác vẫn như thường.`,
  'too-many-votes': ({ code, most }) =>
    `Số phiếu cho ${code} nhiều hơn số thành viên còn được biểu quyết (${most}). Đề nghị kiểm tra và nhắn lại.`,
  'no-quorum': ({ code }) =>
    `Chưa khóa phiếu được: ${code} chưa đủ số thành viên bỏ phiếu theo quy chế. Nhắn "tình hình phiếu" để xem còn chờ ai.`,
  'no-award-above': ({ code }) =>
    `Kế hoạch không có hình thức cấp trên nào chọn từ loại hồ sơ của ${code}.`,
  'decision-exists': ({ number }) =>
    `Quyết định ${number} đã được ghi. Nhập nhầm, nhắn "bỏ nhập QĐ ${number}" rồi nhập lại.`,
  'decision-not-found': ({ number }) =>
    `Không có quyết định nào số ${number}. Đề nghị kiểm tra lại số.`,
  'decision-to-come': ({ number }) =>
    `Ngày ký của quyết định ${number} chưa tới. Đề nghị ghi sau khi đã ký.`,
  'decision-announced': ({ number }) =>
    `Quyết định ${number} đã công bố tới toàn thể hoặc đã bị hủy nên không làm được việc này.`,
  'not-praiseworthy': ({ code }) =>
    `${code} chưa nêu gương được: chỉ lấy từ báo cáo đang có hiệu lực hoặc hồ sơ đã có quyết định và đã báo đơn vị.`,
  'nobody-to-consent': ({ code }) =>
    `Chưa xin được ý kiến về ${code}: đơn vị chưa có ai đăng ký để trả lời. Đề nghị liên hệ trực tiếp đơn vị.`,
  'no-photo-to-show': ({ code }) =>
    `${code} không có ảnh nào dùng được để kèm. Đề nghị gửi ảnh kèm dòng "nêu gương ${code}", hoặc nhắn "nêu gương ${code}" để không kèm ảnh.`,
  'praise-not-found': ({ code }) => `Không có nội dung nêu gương nào có mã ${code}.`,
  'praise-answered': ({ code }) => `${code} đã được trả lời trước đó nên giữ nguyên.`,
  'consent-missing': ({ code }) =>
    `${code} chưa có đồng ý của người được nêu nên chưa gửi được. Có trả lời, Trợ lý báo đồng chí.`,
  'no-notes': () =>
    'Kế hoạch chưa có tin nào cho lịch tuyên truyền. Cán bộ công nghệ thông tin thêm vào tệp kế hoạch.',
  'nothing-to-approve': () =>
    'Lịch tuyên truyền không còn tin nào chờ đồng chí duyệt. Nhắn "lịch tuyên truyền" để xem.',
  'no-report-due': () =>
    'Phong trào chưa có kỳ báo cáo nào để lập ảnh. Nhắn "ảnh đếm ngược" để lấy ảnh đếm ngược.',
  'nobody-to-thank': () =>
    'Kỳ này chưa nhận được báo cáo để cảm ơn. Nhắn "ảnh tiến độ" để xem số đơn vị đã gửi.',
  'data-request-not-found': ({ code }) =>
    `Không có yêu cầu nào có mã ${code}. Nhắn "quyền dữ liệu" để biết cách yêu cầu.`,
  'data-request-settled': ({ code }) => `${code} đã được xử lý trước đó. Nhắn "${code}" để xem.`,
  'data-request-open': ({ code }) =>
    `${code} chưa được cơ quan phụ trách đồng ý. Cán bộ thẩm định hoặc quản trị nhắn "đồng ý ${code}" trước.`,
  'own-data-request': ({ code }) =>
    `${code} là yêu cầu của chính đồng chí; đề nghị một đồng chí khác của cơ quan trả lời.`,
  'refusal-reason-missing': ({ code }) =>
    `Xin cho biết lý do, ví dụ "từ chối ${code}: hồ sơ đang được xét".`,
  'erasure-waits': ({ codes }) =>
    `Chưa xóa được khi hồ sơ còn đang xét: ${codes.join(', ')}. Đề nghị đơn vị rút hồ sơ hoặc chờ có kết quả.`,
  'nothing-to-stop': ({ code }) =>
    `${code} đã đi hết, không còn gì để dừng. Nội dung cần sửa thì nhắn "đính chính ${code}: …" để gửi đúng những người đã nhận.`,
  'not-appointed': ({ code }) =>
    `${code} không có giờ hẹn gửi nào đang chờ. Nhắn "${code}" để xem đã tới đâu.`,
  'photo-lost': ({ code }) => `${code} chưa gửi: ảnh kèm không tải được. ${sayOtherPhoto(code)}`,
  'photo-without-consent': ({ code }) =>
    `Ảnh của người được nêu gương chỉ đi khi người ấy đồng ý. Đề nghị gửi ảnh kèm dòng "nêu gương ${code}" để Trợ lý xin ý kiến cả về ảnh.`,
  'announcement-moved-on': () => 'Thông báo này đã được gửi hoặc không còn là bản nháp.',
}

/** The sentence for a refusal. */
export function sayRefusal(refusal: Refusal): string {
  const say = SENTENCES[refusal.reason] as (refusal: Refusal) => string
  return say(refusal)
}
