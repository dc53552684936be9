import type { Intent } from '../../understanding.ts'
import { wordings } from '../../writing/wordings.ts'

/** Proposals for awards, and what is decided about them. */
export const NOMINATING_PHRASES = {
  nominate: wordings(`
    đề nghị khen thưởng; đề cử; đề cử cá nhân; đề cử tập thể; muốn đề cử người; tôi muốn đề nghị khen
    tôi muốn đề cử; đề nghị khen; đề nghị tặng giấy khen; đề nghị tặng bằng khen; đề nghị tặng giấy khen cho
    đề nghị biểu dương; đề xuất khen thưởng; đề xuất tặng bằng khen; tặng giấy khen cho tập thể; xin khen thưởng
    xin đề nghị tặng bằng khen; lập hồ sơ khen thưởng; làm hồ sơ khen; nộp hồ sơ khen thưởng; gửi hồ sơ đề nghị khen
    trình khen; tôi muốn khen; tiến cử; giới thiệu gương điển hình; giới thiệu tấm gương
    giới thiệu cá nhân xuất sắc; giới thiệu cá nhân tiêu biểu; có người tốt việc tốt muốn giới thiệu; nêu gương
    khen thưởng cho; khen thưởng đồng chí; biểu dương gương người tốt việc tốt; gương điển hình tiên tiến
    bình xét khen thưởng; xứng đáng được khen; có tấm gương tiêu biểu; khen chị; tôi muốn đề nghị khen thưởng
    muốn xin giấy khen cho ông trưởng thôn; lập danh sách đề nghị khen; đề nghị khen tập thể; khen thưởng đột xuất
    đề nghị tỉnh tặng bằng khen; nộp đề cử; xin lập đề nghị khen thưởng; muốn tặng giấy khen cho đội dân phòng
    de nghi khen thuong ba Hoang Thi Sen; cho tôi trình danh sách khen thưởng của xã
    xin giấy khen cho bạn kế toán bên mình; de xuat khen thuong dot xuat cho to an ninh
    nên khen bác Thảo, làm rất tốt; giới thiệu anh Hứa Văn Páo làm kinh tế giỏi
    xin khen thuong cho doi van nghe thon; tôi muốn đề cử cá nhân xuất sắc
    khen thưởng em Linh vì cứu người đuối nước; co tap the tieu bieu can khen`),
  nomination_status: wordings(`
    hồ sơ đến đâu rồi; hồ sơ tới đâu rồi; hồ sơ sao rồi; hồ sơ thế nào rồi; tình trạng hồ sơ; trạng thái hồ sơ
    trạng thái đề cử; đề nghị khen đến đâu; đề cử của tôi đến đâu rồi; đề cử của tôi được duyệt chưa
    hồ sơ duyệt chưa; hồ sơ được duyệt chưa; đã duyệt hồ sơ chưa; duyệt chưa; đã duyệt chưa; đã phê duyệt chưa
    xét chưa; hồ sơ xét chưa; hồ sơ khen xét chưa; đã thẩm định hồ sơ của em chưa; kết quả xét khen thưởng
    xem kết quả khen thưởng; kết quả đề cử; kết quả khen thưởng; theo dõi hồ sơ; tra cứu hồ sơ; kiểm tra hồ sơ
    xem hồ sơ; kiểm tra hồ sơ đề nghị; có quyết định chưa; đã có quyết định khen chưa; có được khen không
    được khen chưa; bao giờ có giấy khen; bao giờ có kết quả; khi nào có kết quả; bao giờ duyệt
    khi nào hội đồng họp xét; hội đồng xét chưa; hội đồng đã biểu quyết chưa; hồ sơ có bị trả lại không
    hồ sơ có bị từ chối không; sao hồ sơ bị trả lại; vì sao hồ sơ bị từ chối; hồ sơ đang ở khâu nào
    hồ sơ ở bước nào; ai đang giữ hồ sơ của tôi; hồ sơ đã trình chưa; hồ sơ khen của xã đến đâu
    hồ sơ của xã tôi tới đâu rồi; bao giờ có kết quả khen thưởng; bên nội vụ xét xong chưa
    bằng khen của tập thể xã có chưa; trạng thái đề nghị khen; hồ sơ tôi nộp thế nào rồi; đã có kết quả chưa
    kết quả thẩm định hồ sơ; xem tình trạng đề cử; đề nghị khen của tôi được duyệt chưa; hội đồng họp chưa
    khi nào được nhận giấy khen; tra trạng thái hồ sơ; hồ sơ đề nghị khen tới đâu; xem tiến độ hồ sơ
    đề cử được duyệt chưa; kết quả khen thưởng năm nay; bao lâu nữa có quyết định khen; hồ sơ đã gửi lên tỉnh chưa
    khi nao thi co quyet dinh khen thuong; hồ sơ của tôi đang nằm ở phòng nào; có ai bị trả hồ sơ không
    trường hợp anh Tuấn có được xét không; đề nghị khen của tôi đã được xem chưa; bằng khen cho tập thể đến bước nào
    bao giờ thì có giấy khen hả em; sao hồ sơ bên xã tôi lâu thế; anh Hội có được khen không
    hội đồng họp xét ngày nào có kết quả; hồ sơ của xã tôi đang ở bước nào; ho so khen duyet xong chua
    kết quả xét khen có chưa ạ; chị Nhung có trong danh sách được khen không; vì sao hồ sơ của tôi bị trả
    quyết định khen thưởng ký chưa`),
  withdraw_nomination: wordings(`
    rút hồ sơ; tôi rút hồ sơ; xin rút hồ sơ; rút lại hồ sơ; rút đề cử; tôi muốn rút đề cử; rút lại đề cử
    rút đề nghị; rút đề nghị khen; rút đề nghị khen thưởng; rút hồ sơ khen; xin rút hồ sơ khen; xin rút đề nghị khen
    hủy đề cử; hủy hồ sơ đề cử; hủy đề nghị khen; không đề cử nữa; không đề nghị khen nữa; thôi không đề cử nữa
    xin thôi đề cử; thu hồi hồ sơ đề nghị; xóa hồ sơ đề cử; xóa đề nghị khen thưởng; bỏ đề cử
    rút tên khỏi danh sách đề nghị; thôi rút đề nghị khen; xóa đề nghị khen thưởng của xã
    cho em rút lại đề cử vừa gửi; tôi không muốn đề nghị khen nữa; thôi ko đề cử cô ấy nữa; xin rút đề cử
    rút lại hồ sơ khen thưởng; tôi muốn rút hồ sơ; không đề nghị nữa; hủy đề nghị khen thưởng
    rút hồ sơ đề nghị khen; hủy đề cử này; rút lại đề nghị khen thưởng giúp tôi
    tôi xin rút lại đề nghị khen anh Tuấn; thôi không đề nghị khen thưởng tập thể đó nữa
    xin hủy hồ sơ đề cử chị Sen; cho xa rut ho so khen thuong; rút đề cử anh Hội
    xin không đề nghị khen chị Lan nữa vì trùng; bo de nghi khen nay di; thu hồi hồ sơ khen giúp em
    rut lai de cu hom qua; không đề cử anh Páo nữa; xin rút tên chị Nhung khỏi danh sách khen thưởng
    hủy đề nghị khen giúp tôi`),
  criteria: wordings(`
    tiêu chuẩn khen thưởng; điều kiện được khen; hồ sơ gồm những gì; tiêu chí xét khen`),
  approve: wordings(`
    duyệt; tôi duyệt; phê duyệt; tôi phê duyệt; đồng ý duyệt; đồng ý phê duyệt; duyệt hồ sơ; phê duyệt hồ sơ
    duyệt hồ sơ này; phê duyệt hồ sơ này; đồng ý phê duyệt hồ sơ; chấp thuận; chấp thuận hồ sơ; chấp nhận hồ sơ
    thông qua hồ sơ; thông qua hồ sơ này; duyệt luôn; duyệt đi; duyệt nhé; cho duyệt; nhất trí duyệt; xác nhận duyệt
    hồ sơ đủ điều kiện; đủ điều kiện duyệt; hồ sơ đạt duyệt; đồng ý thông qua hồ sơ; tôi phê duyệt hồ sơ này
    ok duyệt; nhất trí phê duyệt; ok phê duyệt; chấp nhận đề nghị này; duyệt hết các hồ sơ này; tôi đồng ý phê duyệt
    phê duyệt đề cử; chấp thuận đề nghị; duyệt đề cử này; phê duyệt ngay; duyệt đề nghị này
    nhất trí duyệt hồ sơ này; hồ sơ đạt yêu cầu, duyệt; chấp thuận đề nghị khen thưởng này
    tôi nhất trí phê duyệt đề nghị khen thưởng; duyet ho so cua chi Lan; hồ sơ hợp lệ, tôi duyệt; phê duyệt luôn nhé
    duyệt cho chị Nhung; hồ sơ đủ điều kiện, đồng ý duyệt`),
  return_for_revision: wordings(`
    trả lại; trả lại bổ sung; trả lại hồ sơ; trả hồ sơ; trả về; trả về bổ sung; yêu cầu bổ sung
    yêu cầu bổ sung hồ sơ; đề nghị bổ sung; đề nghị bổ sung hồ sơ; bổ sung hồ sơ; bổ sung danh sách
    bổ sung ảnh minh chứng; bổ sung minh chứng; bổ sung biên bản họp; hồ sơ thiếu bổ sung thêm
    cần bổ sung minh chứng; trả lại để sửa; trả lại đơn vị hoàn thiện; trả lại cho xã làm lại
    chưa đủ minh chứng trả lại; yêu cầu làm rõ thành tích; đề nghị hoàn thiện hồ sơ; yêu cầu chỉnh sửa hồ sơ
    thiếu ảnh bổ sung nhé; trả hồ sơ về để bổ sung; hồ sơ thiếu biên bản trả lại; chuyển trả bổ sung minh chứng
    trả về cho xã bổ sung; yêu cầu bổ sung báo cáo thành tích; trả lại thiếu xác nhận của cấp trình
    bổ sung thêm tài liệu đi; trả lại hồ sơ để bổ sung; yêu cầu bổ sung minh chứng; hồ sơ thiếu minh chứng trả lại
    trả về đơn vị; cần bổ sung thêm biên bản; đề nghị sửa lại hồ sơ; trả lại cho đơn vị bổ sung
    hồ sơ cần bổ sung biên bản; trả hồ sơ về xã; đề nghị bổ sung ảnh minh chứng; trả lại vì thiếu xác nhận
    tra lai de hoan thien bao cao thanh tich; chuyển trả để làm lại tờ trình; yeu cau bo sung danh sach trich ngang
    báo cáo thành tích sơ sài, yêu cầu viết lại; hồ sơ chưa đủ, bổ sung thêm ảnh; tra ve cho xa sua lai
    yêu cầu bổ sung ảnh và biên bản; hồ sơ còn thiếu danh sách, trả lại`),
  reject: wordings(`
    từ chối; từ chối hồ sơ; từ chối hồ sơ này; tôi từ chối phê duyệt; không duyệt; tôi không duyệt; không phê duyệt
    không phê duyệt hồ sơ này; không đồng ý duyệt; không đồng ý phê duyệt; bác hồ sơ; bác bỏ; bác bỏ hồ sơ
    không thông qua; không chấp nhận; không chấp thuận; không chấp nhận hồ sơ; hồ sơ không đủ điều kiện
    không đủ điều kiện; loại hồ sơ; loại hồ sơ này; hồ sơ không đạt từ chối; không đủ điều kiện từ chối
    từ chối vì trùng thành tích; từ chối đề nghị này; tôi không đồng ý duyệt hồ sơ này; bác đề nghị khen thưởng này
    không duyệt vì chưa đủ thành tích; hồ sơ này không đủ điều kiện khen; loại hồ sơ này ra; từ chối đề cử
    không duyệt hồ sơ này; bác đề nghị; không chấp nhận đề cử này; hồ sơ không đủ điều kiện từ chối
    từ chối phê duyệt; bác bỏ đề cử; hồ sơ không đạt yêu cầu không duyệt; từ chối vì không đúng đối tượng
    khong chap nhan de nghi nay; bác hồ sơ này; hồ sơ không đủ tiêu chuẩn khen thưởng
    không nhất trí phê duyệt hồ sơ này; tu choi ho so cua anh Hoi; không thông qua đề nghị khen này
    bác, trùng thành tích năm ngoái; không duyệt do chưa đủ thành tích; bác bỏ đề nghị khen thưởng
    hồ sơ này không đạt, từ chối`),
  vote: wordings(`
    bỏ phiếu; tôi bỏ phiếu; tôi muốn bỏ phiếu; cho tôi bỏ phiếu; tham gia bỏ phiếu; bỏ phiếu tán thành
    bỏ phiếu thuận; tôi bỏ phiếu đồng ý; tôi bỏ phiếu không đồng ý; bỏ phiếu không đồng ý; tôi bỏ phiếu trắng
    phiếu chống; phiếu thuận; biểu quyết; tôi biểu quyết; xin biểu quyết; biểu quyết đồng ý; tôi biểu quyết đồng ý
    biểu quyết không đồng ý; tán thành; tôi tán thành; không tán thành; biểu quyết không tán thành
    bỏ phiếu cho hồ sơ; biểu quyết hồ sơ này; phiếu của tôi là tán thành; cho tôi biểu quyết hồ sơ này
    biểu quyết tán thành; cho em bỏ phiếu với; tôi tán thành hồ sơ này; bỏ phiếu chống; thực hiện bỏ phiếu
    tôi biểu quyết tán thành; bỏ phiếu đồng ý; tôi muốn biểu quyết; bỏ phiếu kín; biểu quyết thông qua hồ sơ
    tôi bỏ phiếu thuận; tham gia biểu quyết; tôi không tán thành; toi muon bo phieu ngay
    bỏ phiếu thuận cho hồ sơ của chị Sen; tôi biểu quyết nhất trí; bo phieu dong y khen thuong chi Lan
    bỏ phiếu không tán thành; cho tôi tham gia bỏ phiếu`),
  cancel: wordings(`
    hủy; hủy bỏ; hủy lệnh; hủy thao tác; hủy giúp tôi; bỏ qua; bỏ qua đi; bỏ qua bước này; thôi; thôi khỏi
    thôi bỏ đi; bỏ đi; thôi hủy đi; dừng; dừng lại; dừng lại đi; ngừng lại; thoát; thoát ra; không làm nữa
    thôi không làm nữa; thôi không nộp nữa; không gửi nữa; không cần nữa; khỏi cần; cancel; quay lại
    thôi tôi không báo cáo nữa; thôi hủy; huỷ bỏ thao tác này; thôi ko cần; bỏ qua việc này đi; thoát khỏi đây
    hủy thao tác này; thôi bỏ qua; tôi không muốn làm nữa; thôi không cần nữa; hủy yêu cầu; hủy bỏ thao tác
    không thực hiện nữa; dừng ở đây; thôi không gửi nữa; hủy việc này đi; dung lai khong lam nua; không gửi nữa đâu
    hủy thao tác vừa rồi; thôi, khỏi làm; bỏ đi em; huy giup; ngưng; dừng lại nhé; khỏi nữa`),
} satisfies Partial<Record<Intent, readonly string[]>>
