/** Short forms officials type, folded, and what they stand for. Only those that stand for one thing in this work. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ bc: 'bao cao', bcao: 'bao cao', hs: 'ho so', hso: 'ho so', kq: 'ket qua', sl: 'so lieu' },
    ...{ ko: 'khong', k: 'khong', kg: 'khong', khg: 'khong', kh: 'khong', hok: 'khong', hong: 'khong', hem: 'khong' },
    ...{ dc: 'duoc', dk: 'dang ky', dky: 'dang ky', dki: 'dang ky', tk: 'tai khoan', mk: 'mat khau' },
    ...{ tb: 'thong bao', tbao: 'thong bao', cv: 'cong van', vb: 'van ban', sdt: 'so dien thoai' },
    ...{ dt: 'dien thoai', gk: 'giay khen', bk: 'bang khen', tdkt: 'thi dua khen thuong', dn: 'de nghi' },
    ...{ dv: 'don vi', ds: 'danh sach', pnv: 'phong noi vu', nvu: 'noi vu', ttr: 'to trinh', tt: 'thong tin' },
    ...{ ntn: 'nhu the nao', bn: 'bao nhieu', bnhieu: 'bao nhieu', j: 'gi', z: 'vay', zay: 'vay', r: 'roi' },
    ...{ rui: 'roi', rr: 'roi', vs: 'voi', ms: 'moi', bh: 'bao gio', nx: 'nua', trc: 'truoc', ch: 'chua' },
    ...{ chx: 'chua', lm: 'lam', bik: 'biet', bit: 'biet', gium: 'giup', hum: 'hom', e: 'em', m: 'minh' },
    ...{ t: 'toi', mn: 'moi nguoi', ad: 'can bo', ntin: 'nhan tin', tks: 'cam on', thks: 'cam on' },
    ...{ thanks: 'cam on', thank: 'cam on', qd: 'quyet dinh', bb: 'bien ban', hdan: 'huong dan', qtr: 'quan trong' },
    ...{ hd: 'huong dan', ng: 'nguoi', lhe: 'lien he', mng: 'moi nguoi', nhg: 'nhung', dl: 'deadline' },
    ...{ dag: 'dang', vc: 'viec', huy: 'huy', hqua: 'hom qua', ps: 'phat sinh', xn: 'xac nhan' },
  }),
)
