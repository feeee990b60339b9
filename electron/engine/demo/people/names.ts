import type { Random } from "../random.ts";

export type Gender = "female" | "male";

/** Family–middle–given, drawn as often as they are met in Vietnam; `isElder` prefers older fashions. */
export const vietnameseName = (random: Random, gender: Gender, isElder: boolean): string =>
  [familyName(random), middleName(random, gender, isElder), givenName(random, gender, isElder)]
    .filter((part) => part !== "")
    .join(" ");

export const familyName = (random: Random): string =>
  random.pickWeighted(familyNames, ([, share]) => share)[0];

/** With the family name given, as the children and brothers of one house have it. */
export const relativeName = (random: Random, family: string, gender: Gender): string =>
  `${family} ${middleName(random, gender, false)} ${givenName(random, gender, false)}`;

const middleName = (random: Random, gender: Gender, isElder: boolean): string => {
  const [classic, classicShare] = gender === "female" ? ["Thị", 0.28] : ["Văn", 0.22];
  if (random.chance(isElder ? classicShare * 2.4 : classicShare)) return classic;
  return random.pick(words(gender === "female" ? femaleMiddles : maleMiddles));
};

const givenName = (random: Random, gender: Gender, isElder: boolean): string => {
  const lists = gender === "female" ? femaleGivens : maleGivens;
  const list = words(isElder && random.chance(0.7) ? lists.old : lists.usual);
  // The first names of each list are the commonest: two draws, the earlier one wins.
  const places = [random.below(list.length), random.below(list.length)];
  return list[Math.min(...places)] ?? "An";
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Shares of the population in thousandths: to "Lý" after Lê Trung Hoa, "Họ và tên người Việt Nam"
 * (2005), whose joint figures for Huỳnh–Hoàng and Vũ–Võ are split; the rarer ones by feel.
 */
const familyNames: readonly (readonly [name: string, share: number])[] = [
  ["Nguyễn", 384],
  ["Trần", 121],
  ["Lê", 95],
  ["Phạm", 70],
  ["Huỳnh", 31],
  ["Hoàng", 20],
  ["Phan", 45],
  ["Vũ", 20],
  ["Võ", 19],
  ["Đặng", 21],
  ["Bùi", 20],
  ["Đỗ", 14],
  ["Hồ", 13],
  ["Ngô", 13],
  ["Dương", 10],
  ["Lý", 5],
  ["Trương", 13],
  ["Đinh", 8],
  ["Đoàn", 7],
  ["Lâm", 7],
  ["Mai", 6],
  ["Trịnh", 6],
  ["Đào", 6],
  ["Cao", 5],
  ["Hà", 5],
  ["Lưu", 4],
  ["Lương", 5],
  ["Thái", 4],
  ["Châu", 4],
  ["Tạ", 3],
  ["Phùng", 3],
  ["Tô", 3],
  ["Vương", 2],
  ["Quách", 2],
  ["Kiều", 1],
  ["Từ", 1],
];

const femaleMiddles = `Ngọc Thanh Thu Kim Minh Phương Hồng Bảo Khánh Mỹ Thùy Bích Quỳnh Diệu Hoài
  Tuyết Mai Cẩm Ánh Hà Kiều Như Trúc Xuân Lan Yến Hải Tường`;

const maleMiddles = `Minh Quốc Hữu Đức Thanh Hoàng Công Ngọc Xuân Anh Gia Tuấn Trọng Quang Đình Bá
  Thành Duy Nhật Hải Viết Mạnh Phúc Tấn Chí Thế Trung Bảo`;

const femaleGivens = {
  usual: `Anh Linh Trang Hương Thảo Hà Lan Ngọc Phương Mai Hằng Nhung Thủy Vân Hạnh Yến Nga Vy My
    Nhi Châu Quỳnh Giang Trinh Trâm Oanh Huyền Ngân Thư Tiên Dung Uyên Diễm Thy Hân An Chi Hiền
    Thúy Loan Trúc Tâm Duyên Ly Tuyền Khuê`,
  old: `Lan Hoa Hồng Nga Loan Tuyết Hạnh Sáu Bảy Liên Cúc Đào Mận Lành Hai Năm Gái Thơm Nhàn Tư
    Phượng Mười Bưởi Sương Lài`,
};

const maleGivens = {
  usual: `Hùng Tuấn Anh Dũng Minh Nam Long Huy Hải Sơn Khánh Đức Thắng Cường Phúc Bình Quân Trung
    Tùng Phong Thành Khoa Kiên Đạt Hiếu Duy Bảo Lộc Toàn Vinh Quang Việt Tâm Nhân Khang Hưng Thịnh
    Tài Tiến Nghĩa Trí Đăng Hoàng Vũ An Lâm`,
  old: `Hùng Sơn Thành Bình Hòa Hai Ba Tư Năm Sáu Út Lợi Phước Đông Thọ Tấn Chánh Xuân Bé Lượng
    Quý Cần Mạnh`,
};
