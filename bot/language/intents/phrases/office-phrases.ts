import type { Intent } from '../../understanding.ts'
import { wordings } from '../../writing/wordings.ts'

/** What the office that runs the campaign asks for. */
export const OFFICE_PHRASES = {
  unit_progress: wordings(`
    ai chưa nộp; ai chưa nộp báo cáo; ai nộp rồi; đơn vị chưa nộp; đơn vị nào chưa nộp; đơn vị nào đã nộp
    xã nào chưa nộp; xã nào đã nộp; xã nào chậm; xã nào chưa gửi báo cáo; các xã chưa nộp; các xã chưa nộp báo cáo
    còn xã nào chưa báo cáo; tiến độ; tiến độ nộp báo cáo; tiến độ các xã; tiến độ báo cáo toàn huyện; tiến độ xã
    tình hình nộp báo cáo; tình hình các xã; tình hình các đơn vị; tình hình thực hiện; bao nhiêu xã nộp rồi
    bao nhiêu đơn vị đã nộp; mấy xã chưa nộp; đã có mấy đơn vị nộp; danh sách chưa nộp; danh sách đơn vị chưa nộp
    danh sách các xã chậm nộp; thống kê nộp báo cáo; thống kê tiến độ; kiểm tra tiến độ xã; tổng hợp báo cáo tháng
    tổng hợp toàn huyện; tổng hợp tình hình; tỷ lệ nộp; tỷ lệ nộp báo cáo; còn thiếu những đơn vị nào
    đơn vị nào còn thiếu báo cáo; đơn vị nào nộp muộn; kết quả toàn huyện; bảng tiến độ; xã nộp chưa; xã đã nộp chưa
    xã báo cáo chưa; xã nào đã nộp rồi; bao nhiêu đơn vị chưa gửi; tỷ lệ nộp báo cáo tháng này
    tổng hợp tình hình các đơn vị; còn những xã nào nợ báo cáo; cho xem bảng tổng hợp nộp bc; mấy đơn vị xong rồi
    đơn vị nào nộp đúng hạn; rà soát các đơn vị chưa báo cáo; tiến độ các đơn vị; xã nào chưa báo cáo
    danh sách đơn vị đã nộp; tổng số đơn vị đã báo cáo; ai đã gửi báo cáo rồi; xem tiến độ toàn huyện
    xã nào còn thiếu; bao nhiêu phần trăm đơn vị đã nộp; danh sách xã chưa nộp báo cáo; tổng hợp kết quả các xã
    theo dõi tiến độ nộp; ai nộp muộn; xã nào báo cáo chậm nhất; xa Van Thuy da nop chua
    cho tôi danh sách các đơn vị chưa báo cáo; tình hình báo cáo của các xã thế nào
    tỷ lệ hoàn thành toàn huyện là bao nhiêu; ai con thieu bao cao; còn thằng nào chưa nộp không
    những xã nào đã gửi rồi; gia Loc nop chua; xếp hạng các đơn vị nộp sớm; tổng hợp số liệu toàn huyện tháng này
    bao nhiêu xã chưa có báo cáo; thị trấn Đồng Mỏ làm đến đâu rồi; danh sách các đơn vị nộp muộn
    bao nhieu don vi da hoan thanh; xã Quan Sơn báo cáo chưa; tiến độ chung thế nào rồi; ai nộp đủ rồi
    cho xem bảng tổng hợp tình hình nộp; còn đơn vị nào nợ không`),
  appraise_queue: wordings(`
    hồ sơ chờ duyệt; hồ sơ chờ thẩm định; hồ sơ cần duyệt; hồ sơ cần thẩm định; hồ sơ chưa duyệt; hồ sơ chưa xử lý
    hồ sơ tồn; còn hồ sơ nào chưa duyệt; danh sách thẩm định; danh sách chờ duyệt; danh sách hồ sơ chờ duyệt
    xem hồ sơ mới; hồ sơ mới nhận; có mấy hồ sơ chờ; còn mấy hồ sơ chờ thẩm định; còn bao nhiêu hồ sơ; hàng chờ
    hàng đợi; việc thẩm định; hồ sơ đang chờ tôi; các hồ sơ đang chờ; những hồ sơ phải duyệt hôm nay
    cần duyệt gì không; danh sách chờ phê duyệt; hồ sơ nào chưa xem; các đề cử chờ thẩm định; mở danh sách hồ sơ
    hồ sơ mới gửi lên; hồ sơ nào tới lượt tôi; còn bao nhiêu hồ sơ chưa thẩm định; xem hồ sơ chờ thẩm định
    hàng đợi thẩm định; hôm nay có gì cần thẩm định không; liệt kê hồ sơ chưa duyệt; số hồ sơ đang tồn
    xem các đề nghị mới nộp; bao nhiêu đề cử đang chờ duyệt; hồ sơ đến hạn thẩm định
    danh sách đề nghị khen đang chờ; danh sách chờ thẩm định; hồ sơ nào cần duyệt; xem hàng chờ
    các đề nghị chưa thẩm định; hồ sơ mới đến; việc cần duyệt hôm nay; mở hồ sơ tiếp theo; hồ sơ đang chờ thẩm định
    xem danh sách cần duyệt; hồ sơ chưa thẩm định; các đề cử cần xét; tôi cần thẩm định hồ sơ nào; hồ sơ chờ xử lý
    hôm nay có bao nhiêu hồ sơ cần thẩm định; cho tôi xem các hồ sơ mới gửi lên; con ho so nao chua xem khong
    danh sách hồ sơ chờ xét; những đề nghị nào đang chờ tôi duyệt; liệt kê hồ sơ đang chờ thẩm định
    có hồ sơ nào mới không; hàng chờ còn bao nhiêu; may ho so can xu ly hom nay; mở hồ sơ chờ duyệt đầu tiên
    cho xem danh sách hồ sơ chờ thẩm định; con bao nhieu ho so chua duyet; hồ sơ nào đang đợi tôi
    việc thẩm định hôm nay; có đề nghị khen nào mới gửi đến không`),
  export_dossier: wordings(`
    xuất file; xuất file word; xuất word; xuất excel; xuất hồ sơ; xuất hồ sơ ra word; xuất báo cáo ra excel
    tải hồ sơ; tải file; tải file excel; tải về; tải tờ trình; in hồ sơ; in danh sách; in tờ trình
    in danh sách đề nghị khen thưởng; in biên bản; in báo cáo thành tích; cho xin file word; gửi file hồ sơ cho tôi
    gửi tôi file pdf; tờ trình word; xuất danh sách; xuất danh sách trích ngang; xuất báo cáo tổng hợp
    xuất biên bản; xuất dữ liệu; lấy file excel; tạo file word; kết xuất hồ sơ; cho tôi bản mềm hồ sơ
    cho tôi bản word tờ trình; soạn tờ trình; làm tờ trình; xuất pdf; in giấy khen; download hồ sơ
    kết xuất danh sách ra excel; in cho tôi tờ trình đề nghị khen; cần bản word báo cáo thành tích
    tải biên bản hội đồng; gửi file danh sách khen thưởng; cho xin bộ hồ sơ dạng pdf; xuất tờ trình
    tải danh sách đề nghị; xuất báo cáo thành tích ra word; tải bản pdf; cho tôi file tờ trình; xuất toàn bộ hồ sơ
    xuất hồ sơ word; tải tờ trình về máy; xuất excel danh sách; cho xin file báo cáo tổng hợp; tạo tờ trình
    in quyết định; xuất cho tôi danh sách khen thưởng ra excel; cần file word tờ trình; tai bao cao tong hop ve may
    in giúp biên bản họp hội đồng; xuất danh sách đề nghị khen thưởng; cho em xin bản mềm tờ trình
    lam file excel tong hop; tải về báo cáo thành tích dạng word; tai danh sach khen thuong
    in giúp tôi tờ trình với; cho xin bản pdf; tạo file excel danh sách các đơn vị`),
  announce: wordings(`
    gửi thông báo cho các xã; soạn thông báo gửi các đơn vị; thông báo cho tất cả các đơn vị`),
  nudge: wordings(`
    nhắc các đơn vị chưa nộp; đôn đốc các xã; nhắc riêng từng đơn vị`),
  unreachable: wordings(`
    ai không liên lạc được; đơn vị nào chưa liên kết`),
  difficulties_summary: wordings(`
    tổng hợp khó khăn vướng mắc; các đơn vị gặp khó khăn gì`),
  waiting_messages: wordings(`
    tin chờ; xem tin chờ; tin nhắn đang chờ trả lời`),
  group_code: wordings(`
    mã nhóm; xin mã nhóm; cấp mã liên kết nhóm`),
  council: wordings(`
    mở phiên họp hội đồng; lập kỳ họp hội đồng; kết quả kiểm phiếu`),
  decision: wordings(`
    quyết định số tặng giấy khen; nhập số quyết định khen thưởng`),
} satisfies Partial<Record<Intent, readonly string[]>>
