import { wordPattern } from '../../writing/word-pattern.ts'

/** What begins a report, whatever is in it. */
export const REPORT_OPENING = wordPattern(
  '^[da|a|kinh|em|toi|minh|xin|kinh gui|ubnd|don vi|cho|thay mat|chao|anh|chi|dong chi|phong|noi vu|ban chi dao|xin phep|muon|gui|nop]* [xa _ _|thi tran _ _|xa|don vi] (bao cao|nop bao cao|gui bao cao|gui ket qua|nop ket qua|ket qua|gui so lieu|nop so lieu|so lieu|bao cao ket qua)',
)

/** What has nothing to do with the campaign. */
export const OFF_TOPIC = wordPattern(
  '(cho (toi|em|minh) vay|xe may|dang kiem|(vo|chong|con) tui|haha|hihi|hehe|dien thoai moi|nhau (khong|nhe|di)|hoi duong|cho muon|muon tien|vay nong|(co|tang|linh|nhan|den ky) luong|sua xe|sua dien|thu do|dich [giup|ho|cho]* cau|may ngu|bot ngu|ngu the|do ngu|bao nhieu tien|lam tho|gia (phan|phan lan|lua|dien|nuoc|sat|xi mang|na|lon|ga|gao|vang|xang|hoi|que|heo|cam|dat|rau|thit)|hat [cho] … nghe|hat (mot bai|1 bai|bai|di)|vay tien|giam can|tra gop|bong da|nong qua|lanh qua|doi bung|met qua|buon qua|song o dau|may gio roi|tro choi|choi game|am lich|da bong|xo so|ve so|gia vang|gia xang|xang|ty gia|do la|thoi tiet|mua khong|co mua|mua to|mua qua|troi … mua|troi mua|troi nang|bai hat|nghe (nhac|~hac)|mo (nhac|~hac)|gia ~on|nuoi ~on|bi ~ot|~ot (cao|qua|tu)|phim|ca si|an com|an gi|uong ca phe|wifi|nguoi yeu|lay vo|lay chong|chung khoan|mua ve|tong thong|thu tuong|tieng anh|lam tho|doc tho|ke chuyen|chuyen cuoi|nau|quan an|gia lon|phan bon|ban bao nhieu tuoi|may tuoi|con meo|vo toi|chong toi)',
)

/** Work done, told without figures. */
export const ACTIVITY = wordPattern(
  '(to chuc|ra quan|tuyen truyen|pho bien|khanh thanh|phat dong|van dong|tiep dan|tiep cong dan|tiep xuc|giai quyet|trong|trong cay|don ve sinh|don dep|ve sinh|xay|xay dung|hoan thanh|ban giao|tap huan|hop thon|hop dan|hop xa|trao|trao tang|trao qua|tang qua|tham hoi|hien dat|lam duong|sua duong|treo|dang bai|dang tin|phat thanh|tiep nhan|tham muu|ban hanh|ky ket|ung ho|quyen gop|giam sat|khao sat|kiem tra|ra mat|thanh lap|toa dam|mit tinh|giao luu|quan triet|trien khai|phoi hop|thuc hien|sua chua|giup|thu hoach|mo|be tong hoa)',
)

/** A kind of event: who names one tells of it. */
export const EVENT = wordPattern(
  '(hoi thi|hoi nghi|le phat dong|phat dong thi dua|van nghe chao mung|ngay hoi|ra quan|hop thon|khanh thanh|mit tinh|tap huan|to chuc|tuyen truyen|trao qua)',
)

/** When it was done. */
export const WHEN_DONE = wordPattern(
  '(hom qua|hom nay|(sang|trua|chieu|toi|dem) (nay|qua)|hom kia|vua|vua qua|da|moi|tuan qua|tuan truoc|tuan nay|thang nay|thang qua|thang truoc|ngay #|hom _|trong tuan|trong thang|trong ky|chu nhat|thu _|\\d{1,2}/\\d{1,2})',
)
