import type { MappingColumn } from "../orderFile.ts";

/**
 * What the columns of order files are called, in folded words, the surest first: by Vietnamese
 * shop systems (Sapo, KiotViet, Haravan, Nhanh) and English ones. The first that is there wins.
 */
export const headerWords = (): readonly (readonly [MappingColumn, readonly string[]])[] =>
  wordsByColumn.map(([column, words]) => [column, words.split(/\s*[|\n]\s*/)]);

const wordsByColumn: readonly (readonly [MappingColumn, string])[] = [
  [
    "externalId",
    `order id | ma don hang | ma don | order number | order no | order code | order | order name
     ma hoa don | so don hang | invoice | invoice number | so hoa don | receipt number
     ma chung tu | name | id`,
  ],
  ["number", "order number | so don hang | ma don hang | order name | so chung tu"],
  [
    "placedAt",
    `order date | ngay dat hang | ngay tao | ngay tao don | ngay ban | thoi gian tao | created at
     created time | created | date created | ngay lap | thoi gian dat hang | thoi gian
     ngay chung tu | ngay | placed at | order placed | date | time`,
  ],
  ["updatedAt", "updated at | date modified | last modified | ngay cap nhat | ngay sua"],
  ["paidAt", "paid at | paid date | date paid | ngay thanh toan | thoi gian thanh toan"],
  [
    "state",
    `order status | trang thai don hang | trang thai don | trang thai | status | state
     financial status | trang thai thanh toan | tinh trang`,
  ],
  ["currency", "currency | order currency | tien te | loai tien"],
  [
    "name",
    `customer name | ten khach hang | khach hang | buyer name | ten nguoi mua | nguoi mua
     billing name | ho ten | ho va ten | customer | full name | ten nguoi nhan | nguoi nhan
     recipient | shipping name | ten khach`,
  ],
  ["givenName", "first name | billing first name | first name billing | given name"],
  ["familyName", "last name | billing last name | last name billing | family name"],
  [
    "phone",
    `phone billing | phone | so dien thoai | dien thoai | sdt | sdt khach hang | phone number
     mobile | dien thoai khach hang | so dien thoai khach hang | customer phone | billing phone
     dien thoai nguoi nhan | sdt nguoi nhan | so dien thoai nguoi nhan | shipping phone`,
  ],
  ["email", "email | e mail | customer email | billing email | email billing | email khach hang"],
  ["address", "address | dia chi | dia chi giao hang | dia chi nhan hang | shipping address"],
  ["shopAccount", "buyer username | username | tai khoan | ma khach hang | customer id"],
  ["sku", "sku | ma sku | ma san pham | ma hang | ma hang hoa | seller sku | item sku | barcode"],
  [
    "product",
    `product name | ten san pham | ten hang | ten hang hoa | san pham | item name | lineitem name
     product | item | hang hoa | mat hang | title | description`,
  ],
  [
    "quantity",
    `quantity | so luong | qty | sl | item quantity | lineitem quantity | so luong ban
     quantity refund | so luong san pham`,
  ],
  [
    "unitPrice",
    `unit price | don gia | gia ban | price | item cost | gia | lineitem price | item price
     don gia ban | item cost before discount`,
  ],
  ["lineDiscount", "line discount | item discount | giam gia san pham | chiet khau san pham"],
  [
    "lineTotal",
    "line total | thanh tien | item total | amount | line amount | tong tien hang san pham",
  ],
  ["discount", "discount | order discount | giam gia don hang | giam gia | chiet khau"],
  ["shipping", "shipping | shipping fee | phi van chuyen | phi ship | phi giao hang"],
  ["tax", "tax | vat | thue | tien thue | taxes"],
  [
    "total",
    `order total | tong tien don hang | tong gia tri don hang | total | tong cong | tong tien
     khach phai tra | khach can tra | tong thanh toan | grand total | order amount
     order total amount | tong tien thanh toan | khach da tra`,
  ],
  ["refunded", "refunded | refund amount | order refund amount | refunded amount | da hoan"],
  ["note", "note | notes | ghi chu | customer note | ghi chu don hang | order note"],
];
