import { wordings } from '../writing/wordings.ts'

/**
 * Places of the country whose names are easily taken for a unit's: a name that is one of these is no
 * misspelling. A name that a campaign's own unit bears is never taken from it.
 */
export const OUTSIDE_NAMES = wordings(`
  Lạng Sơn; Cao Bằng; Bắc Giang; Bắc Ninh; Bắc Kạn; Thái Nguyên; Quảng Ninh; Lào Cai; Yên Bái
  Hà Giang; Tuyên Quang; Sơn La; Lai Châu; Điện Biên; Hà Nội; Lâm Đồng; Quảng Bình; Thái Bình
  Ninh Bình; Hòa Bình; Vĩnh Linh; Bắc Hà; Bắc Mê; Tràng Định; Văn Lãng; Văn Quan; Bình Gia
  Bắc Sơn; Hữu Lũng; Cao Lộc; Lộc Bình; Đình Lập; Đồng Đăng; Thất Khê; Na Sầm; Na Dương
  Hữu Liên; Hữu Lân; Hữu Khánh; Hữu Nghị; Hữu Vinh; Hữu Sản; Hữu Bằng; Vân Nham; Vạn Thủy
  Văn Thủy; Văn An; Vạn An; Vân Mộng; Vân Sơn; Văn Sơn; Vân Đồn; Vân Hồ; Vân Trình; Vạn Ninh
  Vạn Phúc; Vạn Minh; Văn Linh; Vĩnh Lại; Vĩnh Tiến; Hòa Sơn; Hòa Thắng; Hòa Lạc; Hòa Cư
  Hòa An; Hòa Minh; Hòa Ninh; Hòa Vinh; Hòa Bắc; An Bình; Bằng Khánh; Bằng Lãng; Bằng Lũng
  Bằng Lang; Bằng Vân; Bằng Hành; Bằng Thành; Mai Pha; Mai Sơn; Mai Châu; Mai Đình; Mai Trung
  Quan Bản; Quan Hóa; Quan Lạn; Quang Sơn; Quảng Sơn; Quang Trung; Quảng Lạc; Gia Cát
  Gia Miễn; Gia Lâm; Gia Bình; Gia Viễn; Gia Lai; Gia Phú; Lâm Ca; Lam Sơn; Lâm Thượng
  Lâm Giang; Lâm Hà; Nam Sơn; Tam Sơn; Cam Sơn; Kim Sơn; Lam Cốt; Liên Hội; Liên Hà; Liên Minh
  Liên Châu; Tiên Sơn; Viên Sơn; Hiền Sơn; Yên Sơn; Biên Sơn; Kiên Sơn; Thiên Sơn; Liên Xô
  Lương Sơn; Lũng Sơn; Long Sơn; Lan Sơn; Bắc La; Bắc Hùng; Bắc Việt; Bắc Lãng; Bắc Xa; Bắc Ái
  Bắc Quỳnh; Bắc Lũng; Bắc Lý; Nhân Hòa; Nhân Mỹ; Nhân Nghĩa; Nhân Lễ; Nhạc Kỳ; Nhất Hòa
  Nhất Tiến; Chi Ma; Chí Linh; Chí Minh; Chi Phương; Chiêu Vũ; Quyết Thắng; Toàn Thắng
  Đại Thắng; Tất Thắng; Chiến Công; Chiềng Khoang; Đồng Bục; Đồng Tân; Đồng Ý; Đồng Thắng
  Đồng Hỷ; Đồng Giáp; Đồng Mô; Đông Mỹ; Đông Mô; Thượng Tân; Thượng Nung; Thượng Cát
  Thượng Đình; Thượng Thanh; Phú Cường; Quốc Cường; Việt Cường; Thịnh Cường; Y Tý; Y Can
  Y Yên; Ý Yên; Yên Trạch; Tân Thành; Minh Sơn; Thanh Sơn; Tân Sơn; Cai Kinh; Yên Thịnh
  Yên Vượng; Đô Lương`)
