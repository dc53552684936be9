import type { Intent } from '../../understanding.ts'
import { wordings } from '../../writing/wordings.ts'

/** Reports, and what is due. */
export const REPORTING_PHRASES = {
  submit_report: wordings(`
    báo cáo; nộp báo cáo; gửi báo cáo; tôi muốn báo cáo; em gửi báo cáo; tôi nộp báo cáo; nộp báo cáo tuần này
    gửi báo cáo tháng; nộp báo cáo tháng; báo cáo tháng; báo cáo tuần; báo cáo quý; gửi số liệu; gửi số liệu tháng
    báo cáo kết quả; gửi kết quả; nộp kết quả; gửi kết quả tuần; kết quả tháng; không phát sinh
    tháng này không phát sinh; không có hoạt động gì; không có gì mới; hôm qua xã tổ chức hội nghị tuyên truyền
    sáng nay ra quân dọn vệ sinh; vừa khánh thành nhà văn hóa; đã hoàn thành bàn giao nhà
    đã tổ chức tiếp xúc cử tri; tổ chức hội thi văn nghệ; phát động thi đua; trao quà cho hộ nghèo
    giải quyết đơn của công dân; đăng tin bài; tham mưu ban hành nghị quyết; chiều qua họp thôn; ra quân trồng cây
    vận động hiến đất làm đường; tập huấn cho cán bộ; phổ biến luật cho người dân; treo băng rôn khẩu hiệu
    phát thanh tuyên truyền; tiếp công dân; thăm hỏi tặng quà gia đình chính sách; xa em tuan nay k co hoat dong nao
    nộp báo cáo quý IV; không phát sinh gì ạ; đã hoàn thành sửa nhà văn hóa thôn; chưa có gì phát sinh trong tháng`),
  edit_report: wordings(`
    sửa báo cáo; sửa lại báo cáo; chỉnh sửa báo cáo; tôi muốn sửa báo cáo; cho em sửa báo cáo; tôi báo cáo nhầm
    nhầm rồi; nhầm; em gửi nhầm; ghi nhầm; nhầm số liệu; nhầm số; sai số; sai rồi; sai số liệu; ghi sai
    tôi ghi sai số người; gõ sai; báo cáo sai; báo cáo sai rồi; báo cáo bị sai; báo cáo bị nhầm; số liệu sai
    sửa số liệu; sửa số liệu báo cáo; sửa lại số; chỉnh lại số liệu; điều chỉnh số liệu; điều chỉnh báo cáo
    đính chính; xin đính chính; đính chính báo cáo; đính chính số liệu; cập nhật số liệu; cập nhật báo cáo
    cập nhật lại báo cáo; thay đổi số liệu; muốn thay đổi số liệu; bổ sung vào báo cáo; thêm vào báo cáo
    sửa mục thành; sửa mục; đổi ngày thành; sửa thành; đổi thành; thay bằng; chứ không phải; không phải mà là
    là sai; mới đúng; xin lỗi em nhầm; tôi muốn sửa báo cáo hôm qua; em gõ sai số liệu xin sửa lại
    điều chỉnh số liệu giúp em; em xin sửa lại số liệu tháng trước; bc vừa nãy sai r; sửa lại báo cáo vừa nộp
    tôi muốn chỉnh số người tham gia; báo cáo bị nhầm số; em ghi sai tên thôn; thay đổi báo cáo tuần trước
    em muốn sửa lại số người dự; chỉnh lại báo cáo tuần trước; cho em điều chỉnh lại báo cáo
    đính chính lại ngày tổ chức; cho chinh lai bao cao vua gui; cái báo cáo lúc nãy ghi nhầm ngày; bc bi sai
    tôi gửi nhầm số liệu, đề nghị sửa lại`),
  my_reports: wordings(`
    báo cáo của tôi; các báo cáo của tôi; xem báo cáo; xem báo cáo đã nộp; xem lại báo cáo; xem lại báo cáo tháng
    tôi nộp những gì rồi; tôi đã nộp gì; danh sách báo cáo; danh sách báo cáo của tôi; báo cáo đã gửi
    báo cáo đã nộp; tôi đã nộp chưa; tôi nộp chưa; đã nộp báo cáo chưa; em đã gửi báo cáo chưa; xã tôi nộp chưa
    đơn vị tôi nộp chưa; đã nhận báo cáo của tôi chưa; đã nhận được báo cáo chưa; nhận được báo cáo của em chưa
    đã ghi nhận báo cáo chưa; đơn vị tôi đã báo cáo gì; lịch sử nộp; lịch sử báo cáo; mấy báo cáo rồi
    tôi báo cáo bao nhiêu lần rồi; các báo cáo trước đây; báo cáo cũ; báo cáo gần nhất
    báo cáo tháng trước của tôi đâu; báo cáo của xã tôi; xem báo cáo cũ; tôi đã gửi những báo cáo nào rồi
    danh sách bc của tôi; cho xem báo cáo gần nhất; đã ghi nhận báo cáo của em chưa; tháng này mình báo cáo chưa ta
    cho xem danh sách đã nộp; xã mình đã có mấy báo cáo; kiểm tra xem tôi nộp chưa; thống kê báo cáo của đơn vị tôi
    tôi đã báo cáo gì; xem các báo cáo; kiểm tra báo cáo đã gửi; báo cáo tháng trước tôi gửi chưa
    tôi muốn xem lại những gì đã nộp; hệ thống nhận báo cáo của tôi chưa; tôi đã gửi báo cáo tháng này chưa
    cho xem báo cáo của đơn vị tôi; những báo cáo tôi đã nộp; báo cáo vừa rồi đã lưu chưa; kiểm tra báo cáo của tôi
    em đã gửi những gì trong tháng này; cho tôi xem lại bản báo cáo tuần trước
    liệt kê các báo cáo đơn vị tôi đã gửi; báo cáo gần đây nhất của mình là ngày nào; cho coi lại mấy cái tôi gửi
    báo cáo của em vào hệ thống chưa; toi gui bao cao hom qua nhan duoc chua
    tổng hợp những báo cáo phòng tôi đã nộp; tìm báo cáo cũ của tôi; cho tôi xem lịch sử các báo cáo
    đơn vị tôi đã nộp bao nhiêu báo cáo; xem bc da gui; báo cáo tôi gửi sáng nay có nhận được không
    mình đã gửi gì rồi`),
  withdraw_report: wordings(`
    rút báo cáo; rút lại báo cáo; xóa báo cáo vừa gửi; hủy báo cáo; xóa báo cáo; thu hồi báo cáo`),
  undo: wordings(`
    hoàn tác; lấy lại bản cũ; khôi phục bản cũ`),
  deadlines: wordings(`
    hạn; hạn nộp; hạn nộp báo cáo; hạn báo cáo; hạn nộp là ngày nào; hạn nào; hạn cuối; hạn cuối ngày nào; hạn chót
    hạn chót là bao giờ; hạn đề cử; hạn nộp hồ sơ; hạn gửi hồ sơ khen thưởng; khi nào phải nộp; khi nào đến hạn
    khi nào nộp báo cáo; bao giờ phải nộp; bao giờ phải nộp báo cáo; bao giờ hết hạn; bao giờ nộp; ngày nào nộp
    ngày mấy nộp; hôm nào phải nộp; phải nộp trước ngày nào; chậm nhất ngày nào; nộp muộn nhất hôm nào
    mấy giờ hết hạn; đến ngày nào; còn bao nhiêu ngày; còn mấy ngày; còn mấy ngày nữa; còn bao lâu nữa
    bao lâu nữa hết hạn; thời hạn nộp báo cáo; thời hạn; deadline; hạn nào gần nhất; có việc gì sắp đến hạn
    sắp đến hạn; lịch báo cáo; lịch nộp báo cáo; mốc thời gian; hết hạn chưa; quá hạn chưa; còn kịp nộp không
    thời gian đề nghị khen thưởng; tháng này hạn ngày mấy; còn mấy ngày nữa thì hết hạn; chậm nhất ngày nào phải gửi
    bc quý nộp chậm nhất khi nào vậy; hôm nào chốt số liệu; nộp trước mấy giờ hôm nay; sắp hết hạn chưa
    còn bao lâu thì tới hạn; cho hỏi lịch nộp; hạn nộp tháng này; khi nào hết hạn đề cử; thời gian nộp báo cáo
    còn mấy ngày nữa đến hạn; hạn cuối nộp hồ sơ là hôm nào; chậm nhất là bao giờ; lịch hạn nộp; hạn gần nhất
    đã hết hạn chưa; khi nào nộp báo cáo quý; hạn nộp đề cử; hạn cuối cùng ngày bao nhiêu; thời hạn còn mấy ngày
    ngày nào là hạn chót; nộp đến bao giờ thì hết hạn; hồ sơ khen thưởng nộp đến khi nào thì hết
    con may ngay nua la den han vay; mấy giờ chiều nay là hết hạn; thời hạn đề nghị khen thưởng là khi nào
    cho hỏi hạn chót; xin cho biết thời hạn gửi báo cáo tổng kết; bao giờ chốt sổ; còn hạn không
    toi ngay may phai co bao cao; hồ sơ khen phải gửi trước ngày nào; hạn của báo cáo này là thứ mấy
    gần nhất có hạn gì; mấy hôm nữa đến hạn nộp báo cáo quý; bao giờ thì hết hạn nộp báo cáo tháng này
    han nop bc quy; hạn đề nghị bằng khen là ngày mấy; còn mấy ngày để nộp; ngày cuối cùng gửi hồ sơ
    khi nào chốt báo cáo năm; deadline báo cáo tuần`),
  remind_me_later: wordings(`
    nhắc sau; nhắc tôi sau; nhắc lại sau; mai nhắc lại; mai nhắc tôi; chiều nhắc tôi; nhắc lại chiều nay
    lát nữa nhắc; nhắc tôi; thứ sáu nhắc tôi; nhắc tôi vào thứ hai; nhắc lại vào ngày; nhắc tôi lúc giờ chiều
    tiếng nữa nhắc tôi; phút nữa nhắc lại; chiều tôi gửi; chiều nay em nộp; mai em gửi; mai tôi nộp
    sáng mai tôi báo cáo; tối nay tôi nộp; lát nữa em gửi; tí nữa em nộp; chút nữa gửi; cuối tuần em gửi
    thứ hai tuần sau tôi nộp; tuần sau tôi nộp; để mai; để sau; để sau nhé; để tôi gửi sau; lúc khác; để khi khác
    tôi đang họp; đang họp; đang bận; đang bận nhắc sau; đang họp chiều gửi; bận lắm mai gửi; hẹn sáng mai
    hẹn thứ sáu nộp; đặt lịch nhắc; tạm thời chưa gửi được; cho em khất đến mai; xin lùi đến thứ hai; hoãn nhắc
    đừng quên nhắc tôi; nhắc em trước hạn; nhắc nhé; mai toi nop bao cao; tối về em gửi; hẹn giờ; để sau đi
    tuần sau nhắc giúp; chiều nhắc lại giúp; anh bận quá để tối; mai e nộp bù; đang đi cơ sở về gửi sau
    cho xin thêm một ngày; nhắc tôi ngày mai; lát nhắc lại; chiều nay nhắc tôi; để mai tôi làm; hẹn lại sau
    chút nữa em gửi; đầu tuần sau nhắc tôi; cho tôi thêm hai ngày; nhắc mình sau; hẹn chiều mai; để tối tôi gửi
    mai tôi sẽ nộp; giờ đang bận lát nữa; sáng thứ hai nhắc lại; tuần tới tôi gửi; nhắc lại tôi vào sáng thứ hai
    mai toi bao cao duoc khong; đợi chút, lát họp xong gửi liền; tuần sau hẵng nhắc tôi; giờ bận quá để mai nhé
    tôi đang đi họp tỉnh, thứ hai về sẽ gửi; nửa tiếng nữa nhắc em; mai nhắc sớm giùm; để đầu tuần tới xã gửi
    tí gửi; cho em xin đến chiều mai; đang lái xe, lát em trả lời; nhắc tôi trước hạn một ngày; ngay mai em gui bu
    đang bận lắm, tối nhắc; cho thêm ít thời gian nhé; hẹn thứ tư gửi; sáng mai họp xong em báo cáo sau`),
  duties: wordings(`
    tôi còn nợ gì; tôi còn thiếu gì; việc của tôi; còn phải nộp gì; tôi còn việc gì; xã tôi còn nợ báo cáo nào`),
  extension: wordings(`
    xin gia hạn; gia hạn cho xã; gia hạn thêm mấy ngày; ai được gia hạn`),
  unit_plan: wordings(`
    xã đã ban hành kế hoạch số; ai chưa ban hành kế hoạch`),
} satisfies Partial<Record<Intent, readonly string[]>>
