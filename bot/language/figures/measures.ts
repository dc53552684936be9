import { wordings } from '../writing/wordings.ts'

/** What figures count: a key that stays, and the words by which officials say it. */
export type Measure = { readonly key: string; readonly words: readonly string[] }

/** What a report counts. Longer wordings win over shorter ones; new words go here, not into rules. */
export const MEASURES: readonly Measure[] = [
  {
    key: 'conference',
    words: wordings(
      'hội nghị; hn; hn tuyên truyền; hnghị; hội thảo; tọa đàm; hội nghị TXCT; hội nghị tuyên truyền',
    ),
  },
  {
    key: 'session',
    words: wordings(`
      buổi; buổi họp; buổi tuyên truyền; buổi sinh hoạt; buổi lễ; buổi tập huấn
      buổi nói chuyện; phiên; phiên họp; ca; kỳ họp; kỳ`),
  },
  {
    key: 'meeting',
    words: wordings(`
      cuộc; cuộc họp; cuộc họp thôn; cuộc hòa giải; cuộc giám sát; cuộc kiểm tra
      cuộc vận động; chuyến; lần`),
  },
  {
    key: 'voter-meeting',
    words: wordings(`
      cuộc TXCT; cuộc tiếp xúc cử tri; cuộc tiếp xúc; buổi TXCT; buổi tiếp xúc cử tri
      điểm tiếp xúc cử tri; điểm tiếp xúc`),
  },
  {
    key: 'class',
    words: wordings('lớp; lớp tập huấn; lớp học; lớp bồi dưỡng; khóa tập huấn; khóa'),
  },
  {
    key: 'event',
    words: wordings(`
      đợt; đợt ra quân; ngày hội; hội thi; cuộc thi; chương trình; chương trình văn nghệ
      sự kiện; hoạt động; lễ; tiết mục; tiết mục văn nghệ; đêm văn nghệ; giải; giải thưởng
      trận`),
  },
  {
    key: 'attendance',
    words: wordings(`
      lượt người; lượt; lượt ng; l người; lượt người nghe; lượt người dự; lượt người tham dự
      lượt người tham gia; lượt cán bộ; lượt hội viên; lượt đoàn viên; lượt đảng viên
      lượt đại biểu; lượt nghe; lượt học sinh; lượt hộ`),
  },
  {
    key: 'view',
    words: wordings(`
      lượt xem; lượt tiếp cận; lượt truy cập; lượt chia sẻ; lượt tương tác; lượt thích
      lượt theo dõi`),
  },
  {
    key: 'broadcast',
    words: wordings(`
      lượt phát; lượt phát thanh; lượt tin bài; lượt tin; lượt xe; lượt xe loa; lượt loa
      giờ phát; chuyên mục; phóng sự; video; clip; bản tin`),
  },
  {
    key: 'person',
    words: wordings(`
      người; ng; người dự; người nghe; người dân; người lao động; nlđ; đại biểu; đb; cán bộ
      cb; công chức; viên chức; cbcc; cbccvc; ccvc; đảng viên; đoàn viên; đvtn; hội viên
      học viên; học sinh; em học sinh; em hs; em; cháu; chị em; chị; anh em; phụ nữ
      thanh niên; tình nguyện viên; cựu chiến binh; ccb; đồng chí; đ/c; đc; cá nhân; cụ; giáo viên
      chiến sĩ; dân quân; thành viên; bà con; báo cáo viên; tuyên truyền viên; hòa giải viên
      lao động; bạn; khách; trẻ; trẻ em; già làng; người có uy tín; đối tượng; nhân khẩu; khẩu
      gương; gương điển hình; thầy cô; vị; ông bà; nghệ nhân; thí sinh; khán giả; phụ huynh; vận động viên; bệnh nhân; nông dân; công nhân; tổ viên; người cao tuổi; nữ; hội viên nữ`),
  },
  { key: 'voter', words: wordings('cử tri; lượt cử tri; cử tri dự; ct dự') },
  {
    key: 'citizen',
    words: wordings('công dân; lượt công dân; lượt dân; lượt tiếp dân; lượt tiếp công dân'),
  },
  {
    key: 'household',
    words: wordings(
      'hộ; hộ dân; hộ nghèo; hộ gia đình; hộ cận nghèo; gia đình; gia đình chính sách; nhà dân',
    ),
  },
  {
    key: 'collective',
    words: wordings(`
      tập thể; đơn vị; cơ quan; chi bộ; đảng bộ; chi hội; chi đoàn; trường; trường học
      doanh nghiệp; dn; hợp tác xã; htx; câu lạc bộ; clb; đội; nhóm; ban; ban ngành; ngành
      hội; đoàn thể; dòng họ; tổ hòa giải; cụm`),
  },
  {
    key: 'place',
    words: wordings(`
      xã; thôn; bản làng; xóm; tổ; tổ dân phố; khu; khu phố; khối phố; khu dân cư; địa bàn
      cơ sở; điểm; điểm trường; điểm cầu; nơi`),
  },
  {
    key: 'article',
    words: wordings(`
      bài; bài viết; bài đăng; bài báo; bài tuyên truyền; bài dự thi; tin; tin bài; tin, bài
      tin/bài; tin và bài; ảnh; hình ảnh; thông tin`),
  },
  {
    key: 'visual',
    words: wordings(`
      băng rôn; băng zôn; pano; panô; pa nô; áp phích; khẩu hiệu; tờ rơi; tờ gấp; tờ; lá cờ
      cờ; biển; biển báo; bảng tin; bảng; cụm pano; poster; maket; phướn; màn hình`),
  },
  {
    key: 'print',
    words: wordings(`
      tài liệu; bộ tài liệu; cuốn; cuốn sách; quyển; cuốn tài liệu; đầu sách; sách; bản
      bản cam kết; cam kết; phiếu; sổ tay; đĩa; tủ sách; câu hỏi`),
  },
  {
    key: 'opinion',
    words: wordings(`
      ý kiến; ý kiến cử tri; lượt ý kiến; yk; ykct; ý; nhóm ý kiến; phát biểu; lượt phát biểu
      kiến nghị; lượt kiến nghị; nội dung kiến nghị; phản ánh; đề xuất; nội dung; vấn đề; lượt chất vấn`),
  },
  {
    key: 'petition',
    words: wordings(`
      đơn; đơn thư; đơn khiếu nại; đơn kiến nghị; đơn tố cáo; đơn phản ánh; lá đơn; khiếu nại
      tố cáo; vụ; vụ việc; việc; trường hợp; ca hòa giải; vụ hòa giải`),
  },
  {
    key: 'resolution',
    words: wordings(`
      nghị quyết; nq; nghị quyết HĐND; nq HĐND; dự thảo nghị quyết; dự thảo nq
      nghị quyết chuyên đề`),
  },
  {
    key: 'document',
    words: wordings(`
      văn bản; vb; kế hoạch; quyết định; tờ trình; báo cáo; dự thảo; luật; bộ luật; nghị định
      thông tư; chuyên đề; hồ sơ; thủ tục; công văn; sáng kiến; giải pháp; đề án; dự án
      hợp đồng; biên bản; giấy chứng nhận; giấy khen; bằng khen; chỉ tiêu; tiêu chí; nhiệm vụ
      phần việc; mô hình; công trình; danh hiệu; tiểu phẩm; luật mới; thông báo; chỉ thị
      nội quy; quy chế; phụ lục; mã QR; đường dẫn`),
  },
  {
    key: 'gift',
    words: wordings(`
      suất quà; suất; suất học bổng; phần; phần quà; món quà; quà; xuất quà; xuất; học bổng
      sổ tiết kiệm; túi quà; thẻ bảo hiểm y tế; thẻ BHYT; thẻ bảo hiểm; thẻ; giỏ quà`),
  },
  {
    key: 'house',
    words: wordings(`
      căn; căn nhà; nhà; ngôi nhà; nhà tạm; nhà đại đoàn kết; nhà tình nghĩa; nhà dột nát
      mái ấm; phòng học; phòng; nhà văn hóa; nhà vệ sinh; công trình vệ sinh`),
  },
  {
    key: 'tree',
    words: wordings(
      'cây; cây xanh; cây giống; gốc; cây hoa; cây ăn quả; cây quế; cây hồi; bầu; khóm',
    ),
  },
  {
    key: 'animal',
    words: wordings('con; con giống; con bò; con lợn; con gà; bò; bê; lợn; gà; trâu; dê; đàn'),
  },
  {
    key: 'object',
    words: wordings(`
      chiếc; cái; bộ; bộ loa; bộ bàn ghế; máy; máy tính; xe; xe đạp; bao; bao xi măng; thùng
      túi; hộp; chai; cặp; đôi; tấm; viên; viên gạch; chăn; áo; áo ấm; quần áo; vở; quyển vở
      cột; cột cờ; cột điện; bóng đèn; bóng; đèn; camera; loa; bể; giếng; chuồng; cầu; cống
      tuyến; tuyến đường; đoạn; đoạn đường; đường; cây cầu; giường; ghế; bàn; tivi; khẩu phần
      mét khối; rọ; xô; gói; lô; rổ; suất ăn; bát; đơn vị máu; bình`),
  },
  {
    key: 'workday',
    words: wordings('ngày công; công; ngày công lao động; giờ công; công lao động'),
  },
  {
    key: 'length',
    words: wordings('km; km đường; m; mét; met; m đường; mét đường; cây số; km2; ki lô mét; cm'),
  },
  {
    key: 'area',
    words: wordings('m2; mét vuông; m vuông; m2 đất; ha; hecta; héc ta; sào; mẫu; sào ruộng'),
  },
  {
    key: 'mass',
    words: wordings('kg; cân; tấn; tạ; yến; ki lô; kilogam; kg gạo; tấn rác; tạ gạo'),
  },
  { key: 'volume', words: wordings('m3; khối; lít; khối bê tông; khối rác') },
  { key: 'percent', words: wordings('%; phần trăm; pt') },
]
