import type { Intent } from '../../understanding.ts'
import { wordings } from '../../writing/wordings.ts'

/** Who one is, what one may know, and where to turn. */
export const ACCOUNT_PHRASES = {
  register: wordings(`
    đăng ký; tôi muốn đăng ký; đăng ký tài khoản; cho tôi đăng ký; đăng ký giúp tôi; đăng ký cho xã; đăng ký thế nào
    kích hoạt; kích hoạt tài khoản; tôi muốn kích hoạt; liên kết tài khoản; liên kết zalo; kết nối tài khoản
    nhập mã; nhập mã đăng ký; mã của tôi là; mã mời; tôi có mã mời; tôi có mã rồi; đăng nhập; tôi muốn đăng nhập
    em là cán bộ mới; tôi mới nhận việc; em mới về nhận công tác; mới nhận nhiệm vụ; mới được phân công phụ trách
    cho tôi vào hệ thống; cần vào hệ thống; muốn tham gia hệ thống; tôi muốn tham gia; xin cấp tài khoản
    tạo tài khoản; xác thực tài khoản; xác nhận tài khoản; xin truy cập; tôi chưa có tài khoản; chưa đăng ký được
    thêm tôi vào nhóm; cho mình đăng ký với; tôi có mã mời rồi nhập vào đâu; liên kết zalo với tên của tôi
    xác nhận tài khoản giúp tôi; đky; cho tôi tham gia hệ thống; cho e đk; đăng kí thông tin cán bộ đầu mối
    kết nối hệ thống; cho tôi mã đăng ký; làm sao để tham gia; đăng ký sử dụng; liên kết số điện thoại của tôi
    nhập mã kích hoạt; xin vào nhóm; đăng ký làm đầu mối; tôi cần tài khoản; cho em đăng ký số này
    chưa được vào hệ thống; mình là người mới xin kích hoạt; xin mã tham gia; lam the nao de toi duoc them vao bot
    em chưa có tài khoản a ơi; đăng ký đầu mối cho thị trấn; nhập mã ở chỗ nào để kích hoạt
    e ms nhận bàn giao, cho e đky vs; chưa thấy ai gửi mã cho tôi; liên kết số zalo này với tài khoản cán bộ
    cho tôi kích hoạt lại vì đổi điện thoại; toi chua dang nhap duoc; dang ky tai khoan kieu gi
    mã của tôi hết hạn rồi; kích hoạt giúp em với; cho tôi gia nhập nhóm báo cáo thi đua
    em chưa được cấp tài khoản để báo cáo`),
  help: wordings(`
    trợ giúp; giúp tôi với; giúp với; hướng dẫn; hướng dẫn sử dụng; hướng dẫn tôi; bạn giúp được gì; bạn làm được gì
    bạn làm được những gì; cách sử dụng; cách dùng thế nào; dùng sao; dùng thế nào; tôi phải làm gì; làm gì bây giờ
    không biết dùng; không biết làm; tôi không biết báo cáo ở đâu; làm sao để gửi báo cáo
    làm thế nào để nộp báo cáo; báo cáo ở đâu; gửi báo cáo như thế nào; cách gửi báo cáo; cách nộp báo cáo
    tôi cần hỗ trợ cách nộp; cách đề nghị khen thưởng; hướng dẫn nộp hồ sơ; các lệnh; xem lệnh; danh sách lệnh
    xem chức năng; có những chức năng gì; menu; menu chính; bot làm được gì; em chưa hiểu; chưa hiểu lắm
    chỉ tôi cách làm; mẫu báo cáo; mẫu tin nhắn; cho ví dụ; trợ lý giúp được gì; tôi cần hỗ trợ; hỗ trợ tôi
    sửa báo cáo thế nào; gửi ảnh kiểu gì; báo cáo kiểu gì; viết thế nào; bắt đầu từ đâu; rút hồ sơ thế nào
    bỏ phiếu thế nào; bot này dùng làm gì; tôi không biết bắt đầu từ đâu; viết báo cáo kiểu gì vậy; help
    chỉ em cách đề nghị khen; sử dụng thế nào nhỉ; a ơi cái này dùng sao; chỉ dẫn giúp mình cách báo cáo
    trợ lý có thể làm những việc gì; tôi chưa rõ phải nhắn thế nào; cú pháp nhắn tin báo cáo; làm ơn giúp
    danh mục lệnh; cách sử dụng trợ lý; tôi không hiểu; hướng dẫn nhanh; trợ giúp với; em chưa biết làm
    xem hướng dẫn; có thể làm gì ở đây; chỉ cho tôi cách sửa báo cáo; lệnh nào để xem hạn; hướng dẫn cách gửi ảnh
    giúp mình; bạn hỗ trợ gì; trợ lý làm được việc gì; em không rành lắm chỉ em với; cho xem các lệnh
    nhắn thế nào cho đúng; có hướng dẫn không; bot này xài kiểu gì vậy; cho mình xin hướng dẫn chi tiết
    ko biết gõ gì luôn; nhắn tin báo cáo thì phải theo mẫu nào; ở đây tôi làm được những việc gì
    muốn gửi ảnh thì làm thế nào; xin hỏi cách thức gửi báo cáo qua đây; tôi cần biết các chức năng của trợ lý; hdsd
    chỉ tôi cái; có ví dụ nào cho tôi xem không; bao cao nhu the nao cho dung; giờ em phải làm sao
    nhắn thế nào thì máy hiểu; hướng dẫn tôi gửi hồ sơ khen thưởng; trợ lý ơi dùng thế nào vậy
    mình không rõ cách báo cáo, chỉ với; bạn có thể làm những gì; soạn báo cáo thế nào là đủ
    có hướng dẫn sử dụng không nhỉ`),
  who_am_i: wordings(`
    tôi là ai; tôi là ai đây; bạn biết tôi là ai không; tài khoản; tài khoản của tôi; thông tin tài khoản
    thông tin của tôi; thông tin cá nhân; xem thông tin tài khoản; tôi thuộc đơn vị nào; tôi thuộc xã nào
    tôi đang ở đơn vị nào; tôi có quyền gì; quyền của tôi; vai trò; vai trò của tôi; vai trò của tôi là gì
    tôi đăng ký tên gì; tôi đang đăng nhập với tên nào; đơn vị của tôi là gì; tên tôi là gì; chức vụ của tôi
    hồ sơ cá nhân; em đang phụ trách xã nào; xem hồ sơ cá nhân của tôi; tôi được phân quyền gì
    kiểm tra thông tin của em; tài khoản này đứng tên ai; xem thông tin đăng ký của tôi
    tôi có vai trò gì trong hệ thống; check tài khoản; thông tin đơn vị tôi phụ trách; tài khoản của tôi là gì
    tôi đang là ai trong hệ thống; đơn vị tôi là đơn vị nào; thông tin người dùng; tôi có những quyền gì
    tôi được gán vào xã nào; tôi đang dùng tài khoản nào; thông tin về tôi; tôi là cán bộ xã nào
    tên đăng ký của tôi; quyền hạn của tôi là gì; tôi đang được giao vai trò gì; tài khoản này của đơn vị nào
    xem thong tin ca nhan cua toi; hệ thống ghi tên tôi là gì; em được quyền làm những gì ở đây
    tôi đang đăng nhập dưới tên ai; cho hỏi tôi thuộc cụm nào đơn vị nào; thông tin đăng ký của em đúng chưa
    toi co quyen duyet khong; bạn có biết mình là ai không nhỉ; tài khoản của tôi có vai trò gì
    toi dang o don vi nao trong he thong; cho xem hồ sơ cá nhân của tôi; xem chức danh của tôi trên hệ thống`),
  contact_office: wordings(`
    liên hệ; liên hệ phòng nội vụ; số điện thoại; số điện thoại phòng nội vụ; xin số điện thoại liên hệ
    xin số điện thoại; gặp cán bộ; gặp cán bộ phụ trách; gặp người phụ trách; gặp người thật; cho gặp chuyên viên
    ai phụ trách; hỏi ai; gọi cho ai; tôi cần nói chuyện với người; nói chuyện với cán bộ
    cần người hỗ trợ trực tiếp; đường dây nóng; hotline; phòng nội vụ số mấy; liên lạc với cán bộ thi đua
    chuyển máy cho cán bộ; địa chỉ phòng nội vụ; báo lỗi; tôi muốn hỏi cán bộ; số cán bộ phụ trách
    kết nối với cán bộ; liên hệ ai khi bị lỗi; tôi muốn gặp người thật; cho xin số điện thoại phòng nội vụ
    ai phụ trách thi đua; cho tôi nói chuyện với cán bộ; gọi điện cho ai được; số máy phòng nội vụ
    cần gặp trực tiếp phòng nội vụ; có ai hỗ trợ qua điện thoại không; gọi cán bộ giúp tôi
    tôi muốn trao đổi với lãnh đạo phòng; kết nối với người hỗ trợ; email phòng nội vụ là gì; liên hệ cán bộ
    tôi cần gặp người hướng dẫn; ai là người phụ trách phong trào; xin zalo cán bộ phụ trách
    tôi muốn phản ánh với phòng nội vụ; nói chuyện với nhân viên; xin số cán bộ nội vụ; tôi muốn gọi điện hỏi
    gặp trực tiếp cán bộ; ai hỗ trợ tôi được; cho tôi gặp chuyên viên thi đua; địa chỉ liên hệ
    cho em số của chị phụ trách bên nội vụ; tôi cần gặp trực tiếp người phụ trách phong trào; xin so dt phong noi vu
    có vướng mắc thì hỏi ai; kết nối em với cán bộ huyện; tôi muốn nói chuyện với người chứ không phải máy
    alo cho hỏi số đt cô Hạnh nội vụ; cần người thật giúp; toi muon goi dien cho phong noi vu
    phản ánh lỗi thì liên hệ ai; ai đang phụ trách việc này vậy; cho tôi xin số điện thoại đồng chí phụ trách
    muon gap lanh dao phong noi vu; gọi ai để hỏi về khen thưởng; chuyển cho cán bộ giúp
    cần hỗ trợ trực tiếp từ phòng nội vụ`),
  notices: wordings(`
    thông báo; xem thông báo; thông báo mới; thông báo mới nhất; có thông báo gì không; có thông báo gì mới không
    gửi lại thông báo; có gì mới không; có gì mới; xem công văn; công văn mới; công văn mới nhất
    có công văn nào mới không; chỉ đạo mới; xem chỉ đạo mới nhất; có chỉ đạo gì không; huyện có chỉ đạo gì không
    văn bản mới; xem văn bản; tôi muốn xem văn bản; tin mới; xem kế hoạch; kế hoạch thi đua
    thông báo hôm qua nói gì; các thông báo gần đây; danh sách thông báo; đọc lại thông báo
    huyện có tin gì mới không; kế hoạch phát động gửi tôi xem lại; huyện mới có văn bản gì k; có lịch họp gì không
    xem tin tuyên truyền mới; thông báo tuần này; nội dung kế hoạch phát động; thông báo gần nhất; xem công văn mới
    chỉ đạo của huyện; văn bản chỉ đạo mới nhất; đọc thông báo; tin tức phong trào; gửi tôi kế hoạch thi đua
    thông báo của huyện; có công văn mới không; chỉ đạo mới của chủ tịch huyện; cho xin kế hoạch phong trào
    gần đây có thông báo nào; mở thông báo gần nhất; huyện có văn bản gì mới gửi về không
    cho em xem lại kế hoạch phát động thi đua; thong bao hom qua dau roi; tin tuyên truyền tuần này có gì
    đọc cho tôi chỉ đạo gần nhất của chủ tịch; có lịch họp tổng kết chưa
    có công văn chỉ đạo nào của UBND huyện không; tuần này cấp trên có thông báo gì
    cho xin lại file kế hoạch phong trào; xem tin moi; gửi lại cái thông báo sáng nay
    hôm nay có chỉ đạo mới không em; có thông báo nào mới từ huyện không; xem cong van chi dao
    kế hoạch phát động thi đua ở đâu xem; gửi cho em thông báo mới nhất; dạo này có tin gì mới`),
  greeting: wordings(`
    chào; xin chào; chào bạn; chào em; chào trợ lý; em chào anh; em chào anh chị; chào buổi sáng; chào buổi chiều
    hello; hi; alo; cảm ơn; cảm ơn bạn; cảm ơn em; cảm ơn nhiều; cảm ơn trợ lý; xin cảm ơn; rất cảm ơn
    dạ vâng cảm ơn; em cảm ơn; thanks; chúc ngày mới tốt lành; good morning; tạm biệt; bye; tốt lắm cảm ơn nhé
    em chào; xin chào trợ lý; hi bạn; cảm ơn đồng chí đã hỗ trợ; chúc trợ lý buổi tối vui vẻ; chào anh
    em cảm ơn nhiều; chào buổi trưa; hello trợ lý; chúc một ngày tốt lành; chào đồng chí; cảm ơn trợ lý đã giúp
    chào cả nhà; thanks bạn; chào trợ lý nhé; em cảm ơn ạ; chuc buoi sang tot lanh; ok cảm ơn nhiều
    xin chào, tôi là cán bộ xã Vân An; kính chào đồng chí trợ lý; dạ em cảm ơn trợ lý nhiều ạ
    chào em, chúc một ngày vui; hello bot; tks nhé; chào buổi sáng trợ lý; cam on em nhieu; xin chào ạ
    cảm ơn đồng chí đã nhắc; chúc trợ lý sức khỏe`),
  privacy: wordings(`
    quyền dữ liệu; dữ liệu của tôi; dữ liệu của tôi được lưu thế nào; rút sự đồng ý`),
  erase_me: wordings(`
    xóa dữ liệu của tôi; xóa thông tin của tôi; xóa tài khoản của tôi`),
  mute: wordings(`
    tắt tin tuyên truyền; ngừng nhận tin; tắt thông báo; không muốn nhận tin nữa`),
  unmute: wordings(`
    bật lại tin tuyên truyền; bật lại thông báo; nhận lại tin tuyên truyền`),
  address_me: wordings(`
    gọi tôi là đồng chí; gọi em là chị; xưng hô với tôi là anh`),
  leave: wordings(`
    tôi nghỉ phép đến ngày; em nghỉ ốm từ hôm nay; chị Hoa làm thay tôi`),
  back_from_leave: wordings(`
    tôi đã đi làm lại; em hết phép rồi; tôi đi làm trở lại`),
  handover: wordings(`
    bàn giao công việc cho chị; tôi chuyển công tác`),
  why_this_message: wordings(`
    vì sao tôi nhận tin này; sao lại nhắc tôi; sao tôi nhận được thông báo này`),
  unknown: wordings(`
    thời tiết thế nào; trời mưa quá; hôm nay trời đẹp; kể chuyện cười; ăn cơm chưa; hát một bài; đọc thơ
    giá vàng bao nhiêu; bạn bao nhiêu tuổi; bạn có người yêu chưa; ai làm ra bạn; tôi buồn quá
    viết giúp tôi bài phát biểu; hôm nay thứ mấy; bây giờ là mấy giờ; đi uống cà phê không; mật khẩu wifi là gì
    thủ tướng là ai; nấu phở thế nào; bóng đá tối nay mấy giờ; đồng ý; không đồng ý; ok; dạ; vâng; ừ; đúng
    cái hôm trước ấy; cái chị nói; xe tôi bị hỏng; lương tháng này bao giờ có; con mèo; dịch sang tiếng anh
    mua vé tàu ở đâu; quên mất rồi; thế à; không; hôm nay trời đẹp quá; giá vàng hôm nay bao nhiêu
    ai là tổng thống mỹ; đội tuyển việt nam đá mấy giờ; asdfgh; dịch giúp tôi câu này sang tiếng anh; tối nay ăn gì
    vé số hôm nay trúng giải mấy; bài hát này hay quá; máy tính của tôi bị treo; chiều nay có mưa không
    giá phân bón bao nhiêu một bao; ơ kìa; bạn là người hay máy; tìm quán ăn ngon gần đây; hôm nay ăn gì
    trời có mưa không; bạn tên gì; mở nhạc đi; tỷ giá đô la hôm nay; làm thơ tặng vợ; kết quả bóng đá; blabla
    tôi mệt quá; xăng hôm nay giá bao nhiêu; bạn ăn cơm chưa; hôm nay là ngày bao nhiêu âm lịch; giá lúa thế nào
    chơi game không; mưa quá không đi được; kể chuyện ma; đt hết pin rồi; điểm thi của con tôi
    tối nay có bóng đá không; giá heo hơi hôm nay bao nhiêu; con tôi ốm quá; bạn có biết hát không
    hom nay troi dep ghe; làm sao để giảm cân; trưa nay ăn gì; vợ tôi sinh con gái; bao giờ tăng lương cơ sở
    hát cho tôi nghe một bài then; mai có mưa to không; haha; mua xe máy trả góp ở đâu; hôm nay ngày mấy âm lịch
    kể chuyện vui đi; đội nào thắng hôm qua; chỗ nào bán vé xe đi Hà Nội; trời lạnh quá; abcxyz; ko, cái chị Lan nói`),
} satisfies Partial<Record<Intent, readonly string[]>>
