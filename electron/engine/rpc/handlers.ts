import type { Method } from "../../../shared/contract/index.ts";
import { campaignMessages, keepWords } from "../usecases/campaigns/campaignMessages.ts";
import { createCampaign, stopCampaign } from "../usecases/campaigns/createCampaign.ts";
import { listDoubleUses } from "../usecases/campaigns/doubleUses.ts";
import { issueCampaign } from "../usecases/campaigns/issueCampaign.ts";
import { findCouponByCode, listCoupons } from "../usecases/campaigns/listCoupons.ts";
import { measureLift } from "../usecases/campaigns/measureLift.ts";
import { overviewCampaigns } from "../usecases/campaigns/overviewCampaigns.ts";
import { previewSegment } from "../usecases/campaigns/previewSegment.ts";
import { rehearseCampaign } from "../usecases/campaigns/rehearseCampaign.ts";
import { listSegments, removeSegment, saveSegment } from "../usecases/campaigns/savedSegments.ts";
import { showPlan } from "../usecases/campaigns/showPlan.ts";
import { showTemplates } from "../usecases/campaigns/showTemplates.ts";
import { findByCode, importCatalog, listCategories, searchCatalog } from "../usecases/catalog.ts";
import type { UseCase } from "../usecases/context.ts";
import { addIdentity, createCustomer } from "../usecases/customers/createCustomer.ts";
import { searchCustomers } from "../usecases/customers/searchCustomers.ts";
import { showLedger } from "../usecases/customers/showLedger.ts";
import { showProfile } from "../usecases/customers/showProfile.ts";
import { recordConsent, updateCustomer } from "../usecases/customers/updateCustomer.ts";
import { importOrders } from "../usecases/orders/importOrders.ts";
import { listImports, listOrders } from "../usecases/orders/listOrders.ts";
import { undoImport } from "../usecases/orders/undoImport.ts";
import { commitSale } from "../usecases/sales/commitSale.ts";
import { dismissSuggestion } from "../usecases/sales/dismissSuggestion.ts";
import { quoteSale } from "../usecases/sales/quoteSale.ts";
import { showReceipt } from "../usecases/sales/showReceipt.ts";
import { listLastSales, showSale } from "../usecases/sales/showSale.ts";
import { suggestionQuality } from "../usecases/sales/suggestionQuality.ts";
import { createBackup, verifyBackup } from "../usecases/shop/backup.ts";
import { fillDemo } from "../usecases/shop/fillDemo.ts";
import { checkHealth, verifyAudit } from "../usecases/shop/health.ts";
import { restoreBackup, setUpFromBackup } from "../usecases/shop/restoreBackup.ts";
import { logIn, logOut, resumeSession } from "../usecases/shop/sessions.ts";
import { setSettings, showSettings } from "../usecases/shop/settings.ts";
import { setUpShop } from "../usecases/shop/setUpShop.ts";
import { createStaff, showRecoveryKey, showShopStatus } from "../usecases/shop/shopStatus.ts";
import { describeEngine } from "./describe.ts";

/** Who does what: one line a call. A call of the contract without its use case does not compile. */
export const handlers: { readonly [M in Method]: UseCase<M> } = {
  "engine.describe": describeEngine,
  "engine.health": checkHealth,
  "backup.create": createBackup,
  "backup.verify": verifyBackup,
  "backup.restore": restoreBackup,
  "shop.setUpFromBackup": setUpFromBackup,
  "audit.verify": verifyAudit,
  "shop.status": showShopStatus,
  "shop.setup": setUpShop,
  "shop.fillDemo": fillDemo,
  "shop.recoveryKey": showRecoveryKey,
  "shop.settings": showSettings,
  "shop.setSettings": setSettings,
  "session.login": logIn,
  "session.resume": resumeSession,
  "session.logout": logOut,
  "staff.create": createStaff,
  "catalog.import": importCatalog,
  "catalog.search": searchCatalog,
  "catalog.byCode": findByCode,
  "catalog.categories": listCategories,
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
  "suggestion.dismiss": dismissSuggestion,
  "suggestion.quality": suggestionQuality,
  "orders.importFile": importOrders,
  "orders.undoImport": undoImport,
  "orders.list": listOrders,
  "orders.imports": listImports,
  "segment.preview": previewSegment,
  "segment.save": saveSegment,
  "segment.list": listSegments,
  "segment.remove": removeSegment,
  "campaign.create": createCampaign,
  "campaign.rehearse": rehearseCampaign,
  "campaign.issue": issueCampaign,
  "campaign.stop": stopCampaign,
  "campaign.list": listCoupons,
  "campaign.lift": measureLift,
  "campaign.overview": overviewCampaigns,
  "campaign.plan": showPlan,
  "campaign.templates": showTemplates,
  "campaign.messages": campaignMessages,
  "campaign.keepWords": keepWords,
  "coupon.find": findCouponByCode,
  "coupon.doubleUses": listDoubleUses,
};
