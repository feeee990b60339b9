import type { Method } from "../../../shared/contract/index.ts";
import { createBackup, verifyBackup } from "../usecases/backup.ts";
import {
  createCampaign,
  findCouponByCode,
  issueCampaign,
  listCampaignCoupons,
  overviewCampaigns,
  previewSegment,
} from "../usecases/campaigns.ts";
import { findByCode, importCatalog, searchCatalog } from "../usecases/catalog.ts";
import { commitSale } from "../usecases/commitSale.ts";
import type { UseCase } from "../usecases/context.ts";
import { addIdentity, createCustomer } from "../usecases/createCustomer.ts";
import { fillDemo } from "../usecases/fillDemo.ts";
import { checkHealth, verifyAudit } from "../usecases/health.ts";
import { importOrders } from "../usecases/importOrders.ts";
import { listImports, listOrders } from "../usecases/listOrders.ts";
import { quoteSale } from "../usecases/quoteSale.ts";
import { searchCustomers } from "../usecases/searchCustomers.ts";
import { logIn, logOut, resumeSession } from "../usecases/sessions.ts";
import { setUpShop } from "../usecases/setUpShop.ts";
import { createStaff, showRecoveryKey, showShopStatus } from "../usecases/shopStatus.ts";
import { showLedger } from "../usecases/showLedger.ts";
import { showProfile } from "../usecases/showProfile.ts";
import { showReceipt } from "../usecases/showReceipt.ts";
import { listLastSales, showSale } from "../usecases/showSale.ts";
import { undoImport } from "../usecases/undoImport.ts";
import { recordConsent, updateCustomer } from "../usecases/updateCustomer.ts";
import { describeEngine } from "./describe.ts";

/** Who does what: one line a call. A call of the contract without its use case does not compile. */
export const handlers: { readonly [M in Method]: UseCase<M> } = {
  "engine.describe": describeEngine,
  "engine.health": checkHealth,
  "backup.create": createBackup,
  "backup.verify": verifyBackup,
  "audit.verify": verifyAudit,
  "shop.status": showShopStatus,
  "shop.setup": setUpShop,
  "shop.fillDemo": fillDemo,
  "shop.recoveryKey": showRecoveryKey,
  "session.login": logIn,
  "session.resume": resumeSession,
  "session.logout": logOut,
  "staff.create": createStaff,
  "catalog.import": importCatalog,
  "catalog.search": searchCatalog,
  "catalog.byCode": findByCode,
  "customer.create": createCustomer,
  "customer.search": searchCustomers,
  "customer.profile": showProfile,
  "customer.update": updateCustomer,
  "customer.addIdentity": addIdentity,
  "consent.record": recordConsent,
  "loyalty.ledger": showLedger,
  "sale.quote": quoteSale,
  "sale.commit": commitSale,
  "sale.get": showSale,
  "sale.list": listLastSales,
  "sale.receipt": showReceipt,
  "orders.importFile": importOrders,
  "orders.undoImport": undoImport,
  "orders.list": listOrders,
  "orders.imports": listImports,
  "segment.preview": previewSegment,
  "campaign.create": createCampaign,
  "campaign.issue": issueCampaign,
  "campaign.list": listCampaignCoupons,
  "campaign.overview": overviewCampaigns,
  "coupon.find": findCouponByCode,
};
