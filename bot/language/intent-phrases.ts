import type { Intent } from './understanding.ts'
import { wordings } from './wordings.ts'

/**
 * How people say each thing: for messages of which a word is damaged, and for those that no rule
 * knows. New wordings go here first.
 */
export const INTENT_PHRASES: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  register: wordings(`
    đăng ký; tôi muốn đăng ký; đăng ký tài khoản; cho tôi đăng ký; đăng ký giúp tôi; đăng ký cho xã; đăng ký thế nào
    kích hoạt; kích hoạt tài khoản; tôi muốn kích hoạt; liên kết tài khoản; liên kết zalo; kết nối tài khoản
    nhập mã; nhập mã đăng ký; mã của tôi là; mã mời; tôi có mã mời; tôi có mã rồi; đăng nhập; tôi muốn đăng nhập
    em là cán bộ mới; tôi mới nhận việc; em mới về nhận công tác; mới nhận nhiệm vụ; mới được phân công phụ trách
    cho tôi vào hệ thống; cần vào hệ thống; muốn tham gia hệ thống; tôi muốn tham gia; xin cấp tài khoản; tạo tài khoản
    xác thực tài khoản; xác nhận tài khoản; xin truy cập; tôi chưa có tài khoản; chưa đăng ký được; thêm tôi vào nhóm
    cho mình đăng ký với; tôi có mã mời rồi nhập vào đâu; liên kết zalo với tên của tôi
    xác nhận tài khoản giúp tôi; đky; cho tôi tham gia hệ thống; cho e đk; đăng kí thông tin cán bộ đầu mối
    kết nối hệ thống; cho tôi mã đăng ký; làm sao để tham gia; đăng ký sử dụng; liên kết số điện thoại của tôi
    nhập mã kích hoạt; xin vào nhóm; đăng ký làm đầu mối; tôi cần tài khoản; cho em đăng ký số này
    chưa được vào hệ thống; mình là người mới xin kích hoạt; xin mã tham gia`),
  help: wordings(`
    trợ giúp; giúp tôi với; giúp với; hướng dẫn; hướng dẫn sử dụng; hướng dẫn tôi; bạn giúp được gì; bạn làm được gì
    bạn làm được những gì; cách sử dụng; cách dùng thế nào; dùng sao; dùng thế nào; tôi phải làm gì; làm gì bây giờ
    không biết dùng; không biết làm; tôi không biết báo cáo ở đâu; làm sao để gửi báo cáo; làm thế nào để nộp báo cáo
    báo cáo ở đâu; gửi báo cáo như thế nào; cách gửi báo cáo; cách nộp báo cáo; tôi cần hỗ trợ cách nộp
    cách đề nghị khen thưởng; hướng dẫn nộp hồ sơ; các lệnh; xem lệnh; danh sách lệnh; xem chức năng; có những chức năng gì
    menu; menu chính; bot làm được gì; em chưa hiểu; chưa hiểu lắm; chỉ tôi cách làm; mẫu báo cáo; mẫu tin nhắn; cho ví dụ
    trợ lý giúp được gì; tôi cần hỗ trợ; hỗ trợ tôi; sửa báo cáo thế nào; gửi ảnh kiểu gì; báo cáo kiểu gì; viết thế nào
    bắt đầu từ đâu; rút hồ sơ thế nào; bỏ phiếu thế nào; bot này dùng làm gì
    tôi không biết bắt đầu từ đâu; viết báo cáo kiểu gì vậy; help; chỉ em cách đề nghị khen; sử dụng thế nào nhỉ
    a ơi cái này dùng sao; chỉ dẫn giúp mình cách báo cáo; trợ lý có thể làm những việc gì
    tôi chưa rõ phải nhắn thế nào; cú pháp nhắn tin báo cáo; làm ơn giúp; danh mục lệnh; cách sử dụng trợ lý
    tôi không hiểu; hướng dẫn nhanh; trợ giúp với; em chưa biết làm; xem hướng dẫn; có thể làm gì ở đây
    chỉ cho tôi cách sửa báo cáo; lệnh nào để xem hạn; hướng dẫn cách gửi ảnh; giúp mình; bạn hỗ trợ gì
    trợ lý làm được việc gì; em không rành lắm chỉ em với; cho xem các lệnh; nhắn thế nào cho đúng
    có hướng dẫn không`),
  submit_report: wordings(`
    báo cáo; nộp báo cáo; gửi báo cáo; tôi muốn báo cáo; em gửi báo cáo; tôi nộp báo cáo; nộp báo cáo tuần này
    gửi báo cáo tháng; nộp báo cáo tháng; báo cáo tháng; báo cáo tuần; báo cáo quý; gửi số liệu; gửi số liệu tháng
    báo cáo kết quả; gửi kết quả; nộp kết quả; gửi kết quả tuần; kết quả tháng; không phát sinh; tháng này không phát sinh
    không có hoạt động gì; không có gì mới; hôm qua xã tổ chức hội nghị tuyên truyền; sáng nay ra quân dọn vệ sinh
    vừa khánh thành nhà văn hóa; đã hoàn thành bàn giao nhà; đã tổ chức tiếp xúc cử tri; tổ chức hội thi văn nghệ
    phát động thi đua; trao quà cho hộ nghèo; giải quyết đơn của công dân; đăng tin bài; tham mưu ban hành nghị quyết
    chiều qua họp thôn; ra quân trồng cây; vận động hiến đất làm đường; tập huấn cho cán bộ; phổ biến luật cho người dân
    treo băng rôn khẩu hiệu; phát thanh tuyên truyền; tiếp công dân; thăm hỏi tặng quà gia đình chính sách`),
  edit_report: wordings(`
    sửa báo cáo; sửa lại báo cáo; chỉnh sửa báo cáo; tôi muốn sửa báo cáo; cho em sửa báo cáo; tôi báo cáo nhầm; nhầm rồi
    nhầm; em gửi nhầm; ghi nhầm; nhầm số liệu; nhầm số; sai số; sai rồi; sai số liệu; ghi sai; tôi ghi sai số người; gõ sai
    báo cáo sai; báo cáo sai rồi; báo cáo bị sai; báo cáo bị nhầm; số liệu sai; sửa số liệu; sửa số liệu báo cáo
    sửa lại số; chỉnh lại số liệu; điều chỉnh số liệu; điều chỉnh báo cáo; đính chính; xin đính chính; đính chính báo cáo
    đính chính số liệu; cập nhật số liệu; cập nhật báo cáo; cập nhật lại báo cáo; thay đổi số liệu; muốn thay đổi số liệu
    bổ sung vào báo cáo; thêm vào báo cáo; sửa mục thành; sửa mục; đổi ngày thành; sửa thành; đổi thành; thay bằng
    chứ không phải; không phải mà là; là sai; mới đúng; xin lỗi em nhầm
    tôi muốn sửa báo cáo hôm qua; em gõ sai số liệu xin sửa lại; điều chỉnh số liệu giúp em
    em xin sửa lại số liệu tháng trước; bc vừa nãy sai r; sửa lại báo cáo vừa nộp
    tôi muốn chỉnh số người tham gia; báo cáo bị nhầm số; em ghi sai tên thôn; thay đổi báo cáo tuần trước
    em muốn sửa lại số người dự; chỉnh lại báo cáo tuần trước; cho em điều chỉnh lại báo cáo
    đính chính lại ngày tổ chức`),
  my_reports: wordings(`
    báo cáo của tôi; các báo cáo của tôi; xem báo cáo; xem báo cáo đã nộp; xem lại báo cáo; xem lại báo cáo tháng
    tôi nộp những gì rồi; tôi đã nộp gì; danh sách báo cáo; danh sách báo cáo của tôi; báo cáo đã gửi; báo cáo đã nộp
    tôi đã nộp chưa; tôi nộp chưa; đã nộp báo cáo chưa; em đã gửi báo cáo chưa; xã tôi nộp chưa; đơn vị tôi nộp chưa
    đã nhận báo cáo của tôi chưa; đã nhận được báo cáo chưa; nhận được báo cáo của em chưa; đã ghi nhận báo cáo chưa
    đơn vị tôi đã báo cáo gì; lịch sử nộp; lịch sử báo cáo; mấy báo cáo rồi; tôi báo cáo bao nhiêu lần rồi
    các báo cáo trước đây; báo cáo cũ; báo cáo gần nhất; báo cáo tháng trước của tôi đâu; báo cáo của xã tôi; xem báo cáo cũ
    tôi đã gửi những báo cáo nào rồi; danh sách bc của tôi; cho xem báo cáo gần nhất
    đã ghi nhận báo cáo của em chưa; tháng này mình báo cáo chưa ta; cho xem danh sách đã nộp
    xã mình đã có mấy báo cáo; kiểm tra xem tôi nộp chưa; thống kê báo cáo của đơn vị tôi; tôi đã báo cáo gì
    xem các báo cáo; kiểm tra báo cáo đã gửi; báo cáo tháng trước tôi gửi chưa; tôi muốn xem lại những gì đã nộp
    hệ thống nhận báo cáo của tôi chưa; tôi đã gửi báo cáo tháng này chưa; cho xem báo cáo của đơn vị tôi
    những báo cáo tôi đã nộp; báo cáo vừa rồi đã lưu chưa; kiểm tra báo cáo của tôi`),
  nominate: wordings(`
    đề nghị khen thưởng; đề cử; đề cử cá nhân; đề cử tập thể; muốn đề cử người; tôi muốn đề nghị khen; tôi muốn đề cử
    đề nghị khen; đề nghị tặng giấy khen; đề nghị tặng bằng khen; đề nghị tặng giấy khen cho; đề nghị biểu dương
    đề xuất khen thưởng; đề xuất tặng bằng khen; tặng giấy khen cho tập thể; xin khen thưởng; xin đề nghị tặng bằng khen
    lập hồ sơ khen thưởng; làm hồ sơ khen; nộp hồ sơ khen thưởng; gửi hồ sơ đề nghị khen; trình khen; tôi muốn khen
    tiến cử; giới thiệu gương điển hình; giới thiệu tấm gương; giới thiệu cá nhân xuất sắc; giới thiệu cá nhân tiêu biểu
    có người tốt việc tốt muốn giới thiệu; nêu gương; khen thưởng cho; khen thưởng đồng chí; biểu dương gương người tốt việc tốt
    gương điển hình tiên tiến; bình xét khen thưởng; xứng đáng được khen; có tấm gương tiêu biểu; khen chị
    tôi muốn đề nghị khen thưởng; muốn xin giấy khen cho ông trưởng thôn; lập danh sách đề nghị khen
    đề nghị khen tập thể; khen thưởng đột xuất; đề nghị tỉnh tặng bằng khen; nộp đề cử
    xin lập đề nghị khen thưởng; muốn tặng giấy khen cho đội dân phòng`),
  nomination_status: wordings(`
    hồ sơ đến đâu rồi; hồ sơ tới đâu rồi; hồ sơ sao rồi; hồ sơ thế nào rồi; tình trạng hồ sơ; trạng thái hồ sơ; trạng thái đề cử
    đề nghị khen đến đâu; đề cử của tôi đến đâu rồi; đề cử của tôi được duyệt chưa; hồ sơ duyệt chưa; hồ sơ được duyệt chưa
    đã duyệt hồ sơ chưa; duyệt chưa; đã duyệt chưa; đã phê duyệt chưa; xét chưa; hồ sơ xét chưa; hồ sơ khen xét chưa
    đã thẩm định hồ sơ của em chưa; kết quả xét khen thưởng; xem kết quả khen thưởng; kết quả đề cử; kết quả khen thưởng
    theo dõi hồ sơ; tra cứu hồ sơ; kiểm tra hồ sơ; xem hồ sơ; kiểm tra hồ sơ đề nghị; có quyết định chưa
    đã có quyết định khen chưa; có được khen không; được khen chưa; bao giờ có giấy khen; bao giờ có kết quả
    khi nào có kết quả; bao giờ duyệt; khi nào hội đồng họp xét; hội đồng xét chưa; hội đồng đã biểu quyết chưa
    hồ sơ có bị trả lại không; hồ sơ có bị từ chối không; sao hồ sơ bị trả lại; vì sao hồ sơ bị từ chối
    hồ sơ đang ở khâu nào; hồ sơ ở bước nào; ai đang giữ hồ sơ của tôi; hồ sơ đã trình chưa; hồ sơ khen của xã đến đâu
    hồ sơ của xã tôi tới đâu rồi; bao giờ có kết quả khen thưởng; bên nội vụ xét xong chưa
    bằng khen của tập thể xã có chưa; trạng thái đề nghị khen; hồ sơ tôi nộp thế nào rồi; đã có kết quả chưa
    kết quả thẩm định hồ sơ; xem tình trạng đề cử; đề nghị khen của tôi được duyệt chưa; hội đồng họp chưa
    khi nào được nhận giấy khen; tra trạng thái hồ sơ; hồ sơ đề nghị khen tới đâu; xem tiến độ hồ sơ
    đề cử được duyệt chưa; kết quả khen thưởng năm nay; bao lâu nữa có quyết định khen; hồ sơ đã gửi lên tỉnh chưa`),
  withdraw_nomination: wordings(`
    rút hồ sơ; tôi rút hồ sơ; xin rút hồ sơ; rút lại hồ sơ; rút đề cử; tôi muốn rút đề cử; rút lại đề cử; rút đề nghị
    rút đề nghị khen; rút đề nghị khen thưởng; rút hồ sơ khen; xin rút hồ sơ khen; xin rút đề nghị khen; hủy đề cử
    hủy hồ sơ đề cử; hủy đề nghị khen; không đề cử nữa; không đề nghị khen nữa; thôi không đề cử nữa; xin thôi đề cử
    thu hồi hồ sơ đề nghị; xóa hồ sơ đề cử; xóa đề nghị khen thưởng; bỏ đề cử; rút tên khỏi danh sách đề nghị
    thôi rút đề nghị khen; xóa đề nghị khen thưởng của xã; cho em rút lại đề cử vừa gửi
    tôi không muốn đề nghị khen nữa; thôi ko đề cử cô ấy nữa; xin rút đề cử; rút lại hồ sơ khen thưởng
    tôi muốn rút hồ sơ; không đề nghị nữa; hủy đề nghị khen thưởng; rút hồ sơ đề nghị khen; hủy đề cử này
    rút lại đề nghị khen thưởng giúp tôi`),
  deadlines: wordings(`
    hạn; hạn nộp; hạn nộp báo cáo; hạn báo cáo; hạn nộp là ngày nào; hạn nào; hạn cuối; hạn cuối ngày nào; hạn chót
    hạn chót là bao giờ; hạn đề cử; hạn nộp hồ sơ; hạn gửi hồ sơ khen thưởng; khi nào phải nộp; khi nào đến hạn
    khi nào nộp báo cáo; bao giờ phải nộp; bao giờ phải nộp báo cáo; bao giờ hết hạn; bao giờ nộp; ngày nào nộp; ngày mấy nộp
    hôm nào phải nộp; phải nộp trước ngày nào; chậm nhất ngày nào; nộp muộn nhất hôm nào; mấy giờ hết hạn; đến ngày nào
    còn bao nhiêu ngày; còn mấy ngày; còn mấy ngày nữa; còn bao lâu nữa; bao lâu nữa hết hạn; thời hạn nộp báo cáo; thời hạn
    deadline; hạn nào gần nhất; có việc gì sắp đến hạn; sắp đến hạn; lịch báo cáo; lịch nộp báo cáo; mốc thời gian; hết hạn chưa
    quá hạn chưa; còn kịp nộp không; thời gian đề nghị khen thưởng; tháng này hạn ngày mấy
    còn mấy ngày nữa thì hết hạn; chậm nhất ngày nào phải gửi; bc quý nộp chậm nhất khi nào vậy
    hôm nào chốt số liệu; nộp trước mấy giờ hôm nay; sắp hết hạn chưa; còn bao lâu thì tới hạn; cho hỏi lịch nộp
    hạn nộp tháng này; khi nào hết hạn đề cử; thời gian nộp báo cáo; còn mấy ngày nữa đến hạn
    hạn cuối nộp hồ sơ là hôm nào; chậm nhất là bao giờ; lịch hạn nộp; hạn gần nhất; đã hết hạn chưa
    khi nào nộp báo cáo quý; hạn nộp đề cử; hạn cuối cùng ngày bao nhiêu; thời hạn còn mấy ngày
    ngày nào là hạn chót; nộp đến bao giờ thì hết hạn`),
  remind_me_later: wordings(`
    nhắc sau; nhắc tôi sau; nhắc lại sau; mai nhắc lại; mai nhắc tôi; chiều nhắc tôi; nhắc lại chiều nay; lát nữa nhắc; nhắc tôi
    thứ sáu nhắc tôi; nhắc tôi vào thứ hai; nhắc lại vào ngày; nhắc tôi lúc giờ chiều; tiếng nữa nhắc tôi; phút nữa nhắc lại
    chiều tôi gửi; chiều nay em nộp; mai em gửi; mai tôi nộp; sáng mai tôi báo cáo; tối nay tôi nộp; lát nữa em gửi; tí nữa em nộp
    chút nữa gửi; cuối tuần em gửi; thứ hai tuần sau tôi nộp; tuần sau tôi nộp; để mai; để sau; để sau nhé; để tôi gửi sau
    lúc khác; để khi khác; tôi đang họp; đang họp; đang bận; đang bận nhắc sau; đang họp chiều gửi; bận lắm mai gửi; hẹn sáng mai
    hẹn thứ sáu nộp; đặt lịch nhắc; tạm thời chưa gửi được; cho em khất đến mai; xin lùi đến thứ hai; hoãn nhắc
    đừng quên nhắc tôi; nhắc em trước hạn; nhắc nhé; mai toi nop bao cao; tối về em gửi; hẹn giờ
    để sau đi; tuần sau nhắc giúp; chiều nhắc lại giúp; anh bận quá để tối; mai e nộp bù; đang đi cơ sở về gửi sau
    cho xin thêm một ngày; nhắc tôi ngày mai; lát nhắc lại; chiều nay nhắc tôi; để mai tôi làm; hẹn lại sau
    chút nữa em gửi; đầu tuần sau nhắc tôi; cho tôi thêm hai ngày; nhắc mình sau; hẹn chiều mai; để tối tôi gửi
    mai tôi sẽ nộp; giờ đang bận lát nữa; sáng thứ hai nhắc lại; tuần tới tôi gửi`),
  unit_progress: wordings(`
    ai chưa nộp; ai chưa nộp báo cáo; ai nộp rồi; đơn vị chưa nộp; đơn vị nào chưa nộp; đơn vị nào đã nộp; xã nào chưa nộp
    xã nào đã nộp; xã nào chậm; xã nào chưa gửi báo cáo; các xã chưa nộp; các xã chưa nộp báo cáo; còn xã nào chưa báo cáo
    tiến độ; tiến độ nộp báo cáo; tiến độ các xã; tiến độ báo cáo toàn huyện; tiến độ xã; tình hình nộp báo cáo
    tình hình các xã; tình hình các đơn vị; tình hình thực hiện; bao nhiêu xã nộp rồi; bao nhiêu đơn vị đã nộp; mấy xã chưa nộp
    đã có mấy đơn vị nộp; danh sách chưa nộp; danh sách đơn vị chưa nộp; danh sách các xã chậm nộp; thống kê nộp báo cáo
    thống kê tiến độ; kiểm tra tiến độ xã; tổng hợp báo cáo tháng; tổng hợp toàn huyện; tổng hợp tình hình; tỷ lệ nộp
    tỷ lệ nộp báo cáo; còn thiếu những đơn vị nào; đơn vị nào còn thiếu báo cáo; đơn vị nào nộp muộn; kết quả toàn huyện
    bảng tiến độ; xã nộp chưa; xã đã nộp chưa; xã báo cáo chưa
    xã nào đã nộp rồi; bao nhiêu đơn vị chưa gửi; tỷ lệ nộp báo cáo tháng này; tổng hợp tình hình các đơn vị
    còn những xã nào nợ báo cáo; cho xem bảng tổng hợp nộp bc; mấy đơn vị xong rồi; đơn vị nào nộp đúng hạn
    rà soát các đơn vị chưa báo cáo; tiến độ các đơn vị; xã nào chưa báo cáo; danh sách đơn vị đã nộp
    tổng số đơn vị đã báo cáo; ai đã gửi báo cáo rồi; xem tiến độ toàn huyện; xã nào còn thiếu
    bao nhiêu phần trăm đơn vị đã nộp; danh sách xã chưa nộp báo cáo; tổng hợp kết quả các xã
    theo dõi tiến độ nộp; ai nộp muộn`),
  notices: wordings(`
    thông báo; xem thông báo; thông báo mới; thông báo mới nhất; có thông báo gì không; có thông báo gì mới không; gửi lại thông báo
    có gì mới không; có gì mới; xem công văn; công văn mới; công văn mới nhất; có công văn nào mới không; chỉ đạo mới
    xem chỉ đạo mới nhất; có chỉ đạo gì không; huyện có chỉ đạo gì không; văn bản mới; xem văn bản; tôi muốn xem văn bản; tin mới
    xem kế hoạch; kế hoạch thi đua; thông báo hôm qua nói gì; các thông báo gần đây; danh sách thông báo; đọc lại thông báo
    huyện có tin gì mới không; kế hoạch phát động gửi tôi xem lại; huyện mới có văn bản gì k; có lịch họp gì không
    xem tin tuyên truyền mới; thông báo tuần này; nội dung kế hoạch phát động; thông báo gần nhất
    xem công văn mới; chỉ đạo của huyện; văn bản chỉ đạo mới nhất; đọc thông báo; tin tức phong trào
    gửi tôi kế hoạch thi đua; thông báo của huyện; có công văn mới không; chỉ đạo mới của chủ tịch huyện
    cho xin kế hoạch phong trào; gần đây có thông báo nào; mở thông báo gần nhất`),
  who_am_i: wordings(`
    tôi là ai; tôi là ai đây; bạn biết tôi là ai không; tài khoản; tài khoản của tôi; thông tin tài khoản; thông tin của tôi
    thông tin cá nhân; xem thông tin tài khoản; tôi thuộc đơn vị nào; tôi thuộc xã nào; tôi đang ở đơn vị nào; tôi có quyền gì
    quyền của tôi; vai trò; vai trò của tôi; vai trò của tôi là gì; tôi đăng ký tên gì; tôi đang đăng nhập với tên nào
    đơn vị của tôi là gì; tên tôi là gì; chức vụ của tôi; hồ sơ cá nhân; em đang phụ trách xã nào
    xem hồ sơ cá nhân của tôi; tôi được phân quyền gì; kiểm tra thông tin của em; tài khoản này đứng tên ai
    xem thông tin đăng ký của tôi; tôi có vai trò gì trong hệ thống; check tài khoản
    thông tin đơn vị tôi phụ trách; tài khoản của tôi là gì; tôi đang là ai trong hệ thống
    đơn vị tôi là đơn vị nào; thông tin người dùng; tôi có những quyền gì; tôi được gán vào xã nào
    tôi đang dùng tài khoản nào; thông tin về tôi; tôi là cán bộ xã nào; tên đăng ký của tôi
    quyền hạn của tôi là gì`),
  contact_office: wordings(`
    liên hệ; liên hệ phòng nội vụ; số điện thoại; số điện thoại phòng nội vụ; xin số điện thoại liên hệ; xin số điện thoại
    gặp cán bộ; gặp cán bộ phụ trách; gặp người phụ trách; gặp người thật; cho gặp chuyên viên; ai phụ trách; hỏi ai; gọi cho ai
    tôi cần nói chuyện với người; nói chuyện với cán bộ; cần người hỗ trợ trực tiếp; đường dây nóng; hotline; phòng nội vụ số mấy
    liên lạc với cán bộ thi đua; chuyển máy cho cán bộ; địa chỉ phòng nội vụ; báo lỗi; tôi muốn hỏi cán bộ; số cán bộ phụ trách
    kết nối với cán bộ; liên hệ ai khi bị lỗi; tôi muốn gặp người thật
    cho xin số điện thoại phòng nội vụ; ai phụ trách thi đua; cho tôi nói chuyện với cán bộ; gọi điện cho ai được
    số máy phòng nội vụ; cần gặp trực tiếp phòng nội vụ; có ai hỗ trợ qua điện thoại không; gọi cán bộ giúp tôi
    tôi muốn trao đổi với lãnh đạo phòng; kết nối với người hỗ trợ; email phòng nội vụ là gì; liên hệ cán bộ
    tôi cần gặp người hướng dẫn; ai là người phụ trách phong trào; xin zalo cán bộ phụ trách
    tôi muốn phản ánh với phòng nội vụ; nói chuyện với nhân viên; xin số cán bộ nội vụ; tôi muốn gọi điện hỏi
    gặp trực tiếp cán bộ; ai hỗ trợ tôi được; cho tôi gặp chuyên viên thi đua; địa chỉ liên hệ`),
  appraise_queue: wordings(`
    hồ sơ chờ duyệt; hồ sơ chờ thẩm định; hồ sơ cần duyệt; hồ sơ cần thẩm định; hồ sơ chưa duyệt; hồ sơ chưa xử lý; hồ sơ tồn
    còn hồ sơ nào chưa duyệt; danh sách thẩm định; danh sách chờ duyệt; danh sách hồ sơ chờ duyệt; xem hồ sơ mới; hồ sơ mới nhận
    có mấy hồ sơ chờ; còn mấy hồ sơ chờ thẩm định; còn bao nhiêu hồ sơ; hàng chờ; hàng đợi; việc thẩm định
    hồ sơ đang chờ tôi; các hồ sơ đang chờ; những hồ sơ phải duyệt hôm nay; cần duyệt gì không; danh sách chờ phê duyệt
    hồ sơ nào chưa xem; các đề cử chờ thẩm định; mở danh sách hồ sơ; hồ sơ mới gửi lên; hồ sơ nào tới lượt tôi
    còn bao nhiêu hồ sơ chưa thẩm định; xem hồ sơ chờ thẩm định; hàng đợi thẩm định
    hôm nay có gì cần thẩm định không; liệt kê hồ sơ chưa duyệt; số hồ sơ đang tồn; xem các đề nghị mới nộp
    bao nhiêu đề cử đang chờ duyệt; hồ sơ đến hạn thẩm định; danh sách đề nghị khen đang chờ
    danh sách chờ thẩm định; hồ sơ nào cần duyệt; xem hàng chờ; các đề nghị chưa thẩm định; hồ sơ mới đến
    việc cần duyệt hôm nay; mở hồ sơ tiếp theo; hồ sơ đang chờ thẩm định; xem danh sách cần duyệt
    hồ sơ chưa thẩm định; các đề cử cần xét; tôi cần thẩm định hồ sơ nào; hồ sơ chờ xử lý`),
  approve: wordings(`
    duyệt; tôi duyệt; phê duyệt; tôi phê duyệt; đồng ý duyệt; đồng ý phê duyệt; duyệt hồ sơ; phê duyệt hồ sơ; duyệt hồ sơ này
    phê duyệt hồ sơ này; đồng ý phê duyệt hồ sơ; chấp thuận; chấp thuận hồ sơ; chấp nhận hồ sơ; thông qua hồ sơ; thông qua hồ sơ này
    duyệt luôn; duyệt đi; duyệt nhé; cho duyệt; nhất trí duyệt; xác nhận duyệt; hồ sơ đủ điều kiện; đủ điều kiện duyệt
    hồ sơ đạt duyệt; đồng ý thông qua hồ sơ
    tôi phê duyệt hồ sơ này; ok duyệt; nhất trí phê duyệt; ok phê duyệt; chấp nhận đề nghị này
    duyệt hết các hồ sơ này; tôi đồng ý phê duyệt; phê duyệt đề cử; chấp thuận đề nghị; duyệt đề cử này
    phê duyệt ngay; duyệt đề nghị này; nhất trí duyệt hồ sơ này`),
  return_for_revision: wordings(`
    trả lại; trả lại bổ sung; trả lại hồ sơ; trả hồ sơ; trả về; trả về bổ sung; yêu cầu bổ sung; yêu cầu bổ sung hồ sơ
    đề nghị bổ sung; đề nghị bổ sung hồ sơ; bổ sung hồ sơ; bổ sung danh sách; bổ sung ảnh minh chứng; bổ sung minh chứng
    bổ sung biên bản họp; hồ sơ thiếu bổ sung thêm; cần bổ sung minh chứng; trả lại để sửa; trả lại đơn vị hoàn thiện
    trả lại cho xã làm lại; chưa đủ minh chứng trả lại; yêu cầu làm rõ thành tích; đề nghị hoàn thiện hồ sơ
    yêu cầu chỉnh sửa hồ sơ; thiếu ảnh bổ sung nhé; trả hồ sơ về để bổ sung
    hồ sơ thiếu biên bản trả lại; chuyển trả bổ sung minh chứng; trả về cho xã bổ sung
    yêu cầu bổ sung báo cáo thành tích; trả lại thiếu xác nhận của cấp trình; bổ sung thêm tài liệu đi
    trả lại hồ sơ để bổ sung; yêu cầu bổ sung minh chứng; hồ sơ thiếu minh chứng trả lại; trả về đơn vị
    cần bổ sung thêm biên bản; đề nghị sửa lại hồ sơ; trả lại cho đơn vị bổ sung; hồ sơ cần bổ sung biên bản
    trả hồ sơ về xã; đề nghị bổ sung ảnh minh chứng; trả lại vì thiếu xác nhận`),
  reject: wordings(`
    từ chối; từ chối hồ sơ; từ chối hồ sơ này; tôi từ chối phê duyệt; không duyệt; tôi không duyệt; không phê duyệt
    không phê duyệt hồ sơ này; không đồng ý duyệt; không đồng ý phê duyệt; bác hồ sơ; bác bỏ; bác bỏ hồ sơ; không thông qua
    không chấp nhận; không chấp thuận; không chấp nhận hồ sơ; hồ sơ không đủ điều kiện; không đủ điều kiện; loại hồ sơ
    loại hồ sơ này; hồ sơ không đạt từ chối; không đủ điều kiện từ chối; từ chối vì trùng thành tích
    từ chối đề nghị này; tôi không đồng ý duyệt hồ sơ này; bác đề nghị khen thưởng này
    không duyệt vì chưa đủ thành tích; hồ sơ này không đủ điều kiện khen; loại hồ sơ này ra; từ chối đề cử
    không duyệt hồ sơ này; bác đề nghị; không chấp nhận đề cử này; hồ sơ không đủ điều kiện từ chối
    từ chối phê duyệt; bác bỏ đề cử; hồ sơ không đạt yêu cầu không duyệt`),
  vote: wordings(`
    bỏ phiếu; tôi bỏ phiếu; tôi muốn bỏ phiếu; cho tôi bỏ phiếu; tham gia bỏ phiếu; bỏ phiếu tán thành; bỏ phiếu thuận
    tôi bỏ phiếu đồng ý; tôi bỏ phiếu không đồng ý; bỏ phiếu không đồng ý; tôi bỏ phiếu trắng; phiếu chống; phiếu thuận
    biểu quyết; tôi biểu quyết; xin biểu quyết; biểu quyết đồng ý; tôi biểu quyết đồng ý; biểu quyết không đồng ý; tán thành
    tôi tán thành; không tán thành; biểu quyết không tán thành; bỏ phiếu cho hồ sơ; biểu quyết hồ sơ này
    phiếu của tôi là tán thành; cho tôi biểu quyết hồ sơ này; biểu quyết tán thành; cho em bỏ phiếu với
    tôi tán thành hồ sơ này; bỏ phiếu chống; thực hiện bỏ phiếu; tôi biểu quyết tán thành; bỏ phiếu đồng ý
    tôi muốn biểu quyết; bỏ phiếu kín; biểu quyết thông qua hồ sơ; tôi bỏ phiếu thuận; tham gia biểu quyết
    tôi không tán thành`),
  export_dossier: wordings(`
    xuất file; xuất file word; xuất word; xuất excel; xuất hồ sơ; xuất hồ sơ ra word; xuất báo cáo ra excel; tải hồ sơ; tải file
    tải file excel; tải về; tải tờ trình; in hồ sơ; in danh sách; in tờ trình; in danh sách đề nghị khen thưởng; in biên bản
    in báo cáo thành tích; cho xin file word; gửi file hồ sơ cho tôi; gửi tôi file pdf; tờ trình word; xuất danh sách
    xuất danh sách trích ngang; xuất báo cáo tổng hợp; xuất biên bản; xuất dữ liệu; lấy file excel; tạo file word; kết xuất hồ sơ
    cho tôi bản mềm hồ sơ; cho tôi bản word tờ trình; soạn tờ trình; làm tờ trình; xuất pdf; in giấy khen; download hồ sơ
    kết xuất danh sách ra excel; in cho tôi tờ trình đề nghị khen; cần bản word báo cáo thành tích
    tải biên bản hội đồng; gửi file danh sách khen thưởng; cho xin bộ hồ sơ dạng pdf; xuất tờ trình
    tải danh sách đề nghị; xuất báo cáo thành tích ra word; tải bản pdf; cho tôi file tờ trình; xuất toàn bộ hồ sơ
    xuất hồ sơ word; tải tờ trình về máy; xuất excel danh sách; cho xin file báo cáo tổng hợp; tạo tờ trình
    in quyết định`),
  cancel: wordings(`
    hủy; hủy bỏ; hủy lệnh; hủy thao tác; hủy giúp tôi; bỏ qua; bỏ qua đi; bỏ qua bước này; thôi; thôi khỏi; thôi bỏ đi; bỏ đi
    thôi hủy đi; dừng; dừng lại; dừng lại đi; ngừng lại; thoát; thoát ra; không làm nữa; thôi không làm nữa; thôi không nộp nữa
    không gửi nữa; không cần nữa; khỏi cần; cancel; quay lại; thôi tôi không báo cáo nữa
    thôi hủy; huỷ bỏ thao tác này; thôi ko cần; bỏ qua việc này đi; thoát khỏi đây; hủy thao tác này; thôi bỏ qua
    tôi không muốn làm nữa; thôi không cần nữa; hủy yêu cầu; hủy bỏ thao tác; không thực hiện nữa; dừng ở đây
    thôi không gửi nữa`),
  greeting: wordings(`
    chào; xin chào; chào bạn; chào em; chào trợ lý; em chào anh; em chào anh chị; chào buổi sáng; chào buổi chiều; hello; hi; alo
    cảm ơn; cảm ơn bạn; cảm ơn em; cảm ơn nhiều; cảm ơn trợ lý; xin cảm ơn; rất cảm ơn; dạ vâng cảm ơn; em cảm ơn; thanks
    chúc ngày mới tốt lành; good morning; tạm biệt; bye; tốt lắm cảm ơn nhé
    em chào; xin chào trợ lý; hi bạn; cảm ơn đồng chí đã hỗ trợ; chúc trợ lý buổi tối vui vẻ; chào anh
    em cảm ơn nhiều; chào buổi trưa; hello trợ lý; chúc một ngày tốt lành; chào đồng chí; cảm ơn trợ lý đã giúp
    chào cả nhà; thanks bạn`),
  unknown: wordings(`
    thời tiết thế nào; trời mưa quá; hôm nay trời đẹp; kể chuyện cười; ăn cơm chưa; hát một bài; đọc thơ; giá vàng bao nhiêu
    bạn bao nhiêu tuổi; bạn có người yêu chưa; ai làm ra bạn; tôi buồn quá; viết giúp tôi bài phát biểu; hôm nay thứ mấy
    bây giờ là mấy giờ; đi uống cà phê không; mật khẩu wifi là gì; thủ tướng là ai; nấu phở thế nào; bóng đá tối nay mấy giờ
    đồng ý; không đồng ý; ok; dạ; vâng; ừ; đúng; cái hôm trước ấy; cái chị nói; xe tôi bị hỏng; lương tháng này bao giờ có; con mèo
    dịch sang tiếng anh; mua vé tàu ở đâu; quên mất rồi; thế à; không
    hôm nay trời đẹp quá; giá vàng hôm nay bao nhiêu; ai là tổng thống mỹ; đội tuyển việt nam đá mấy giờ; asdfgh
    dịch giúp tôi câu này sang tiếng anh; tối nay ăn gì; vé số hôm nay trúng giải mấy; bài hát này hay quá
    máy tính của tôi bị treo; chiều nay có mưa không; giá phân bón bao nhiêu một bao; ơ kìa; bạn là người hay máy
    tìm quán ăn ngon gần đây; hôm nay ăn gì; trời có mưa không; bạn tên gì; mở nhạc đi; tỷ giá đô la hôm nay
    làm thơ tặng vợ; kết quả bóng đá; blabla; tôi mệt quá; xăng hôm nay giá bao nhiêu; bạn ăn cơm chưa
    hôm nay là ngày bao nhiêu âm lịch; giá lúa thế nào; chơi game không; mưa quá không đi được; kể chuyện ma
    đt hết pin rồi; điểm thi của con tôi`),
  withdraw_report: wordings(
    'rút báo cáo; rút lại báo cáo; xóa báo cáo vừa gửi; hủy báo cáo; xóa báo cáo; thu hồi báo cáo',
  ),
  duties: wordings(
    'tôi còn nợ gì; tôi còn thiếu gì; việc của tôi; còn phải nộp gì; tôi còn việc gì; xã tôi còn nợ báo cáo nào',
  ),
  undo: wordings('hoàn tác; lấy lại bản cũ; khôi phục bản cũ'),
  announce: wordings(
    'gửi thông báo cho các xã; soạn thông báo gửi các đơn vị; thông báo cho tất cả các đơn vị',
  ),
  why_this_message: wordings(
    'vì sao tôi nhận tin này; sao lại nhắc tôi; sao tôi nhận được thông báo này',
  ),
  privacy: wordings(
    'quyền dữ liệu; dữ liệu của tôi; dữ liệu của tôi được lưu thế nào; rút sự đồng ý',
  ),
  erase_me: wordings('xóa dữ liệu của tôi; xóa thông tin của tôi; xóa tài khoản của tôi'),
  mute: wordings('tắt tin tuyên truyền; ngừng nhận tin; tắt thông báo; không muốn nhận tin nữa'),
  unmute: wordings('bật lại tin tuyên truyền; bật lại thông báo; nhận lại tin tuyên truyền'),
  leave: wordings('tôi nghỉ phép đến ngày; em nghỉ ốm từ hôm nay; chị Hoa làm thay tôi'),
  back_from_leave: wordings('tôi đã đi làm lại; em hết phép rồi; tôi đi làm trở lại'),
  handover: wordings('bàn giao công việc cho chị; tôi chuyển công tác'),
  unit_plan: wordings('xã đã ban hành kế hoạch số; ai chưa ban hành kế hoạch'),
  extension: wordings('xin gia hạn; gia hạn cho xã; gia hạn thêm mấy ngày; ai được gia hạn'),
  nudge: wordings('nhắc các đơn vị chưa nộp; đôn đốc các xã; nhắc riêng từng đơn vị'),
  unreachable: wordings('ai không liên lạc được; đơn vị nào chưa liên kết'),
  difficulties_summary: wordings('tổng hợp khó khăn vướng mắc; các đơn vị gặp khó khăn gì'),
  waiting_messages: wordings('tin chờ; xem tin chờ; tin nhắn đang chờ trả lời'),
  address_me: wordings('gọi tôi là đồng chí; gọi em là chị; xưng hô với tôi là anh'),
  group_code: wordings('mã nhóm; xin mã nhóm; cấp mã liên kết nhóm'),
  council: wordings('mở phiên họp hội đồng; lập kỳ họp hội đồng; kết quả kiểm phiếu'),
  decision: wordings('quyết định số tặng giấy khen; nhập số quyết định khen thưởng'),
  criteria: wordings(
    'tiêu chuẩn khen thưởng; điều kiện được khen; hồ sơ gồm những gì; tiêu chí xét khen',
  ),
}
