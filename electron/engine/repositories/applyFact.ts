import type { WriteDb } from "../db/connection.ts";
import {
  applyCampaignDrawn,
  applyCampaignIssued,
  applyCampaignMade,
  applyCampaignStopped,
  applyCouponEarned,
  applyWordsKept,
} from "./campaigns.ts";
import type { ChangeClock } from "./changes.ts";
import { applyShopRestored } from "./couponUses.ts";
import {
  applyConsentRecorded,
  applyCustomerChanged,
  applyCustomerMade,
  applyCustomerRemoved,
  applyIdentityAdded,
} from "./customers.ts";
import type { FactKind, FactOf } from "./facts.ts";
import { applyImportFinished, applyImportStarted, applyImportUndone } from "./imports.ts";
import { applyDismissed, forgetDismissals } from "./lookups.ts";
import { applyOrderSaved, applyOrderTakenBack } from "./orders.ts";
import { applyPoints } from "./points.ts";
import { applyProductSaved } from "./products.ts";
import { applySaleCommitted } from "./sales.ts";
import { applySegmentRemoved, applySegmentSaved } from "./savedSegments.ts";
import { applyDemoFilled, applySettings, applyShopMade, applyStaffMade } from "./shop.ts";

type Applied = {
  readonly [K in FactKind]: (db: WriteDb, fact: FactOf<K>, clock: ChangeClock) => void;
};

const applied: Applied = {
  "shop.made": applyShopMade,
  "shop.filled-as-demo": applyDemoFilled,
  "shop.settings-changed": applySettings,
  "staff.made": applyStaffMade,
  "product.saved": applyProductSaved,
  "customer.made": applyCustomerMade,
  "customer.changed": applyCustomerChanged,
  "customer.removed": (db, fact) => {
    applyCustomerRemoved(db, fact);
    forgetDismissals(db, fact.customerId);
  },
  "identity.added": applyIdentityAdded,
  "consent.recorded": applyConsentRecorded,
  "sale.committed": applySaleCommitted,
  "suggestion.dismissed": applyDismissed,
  "points.moved": (db, fact) => applyPoints(db, fact.customerId, fact.points),
  "order.saved": applyOrderSaved,
  "order.taken-back": applyOrderTakenBack,
  "import.started": applyImportStarted,
  "import.finished": applyImportFinished,
  "import.undone": applyImportUndone,
  "campaign.made": applyCampaignMade,
  "campaign.drawn": applyCampaignDrawn,
  "campaign.issued": applyCampaignIssued,
  "campaign.stopped": applyCampaignStopped,
  "campaign.words-kept": applyWordsKept,
  "coupon.earned": applyCouponEarned,
  "segment.saved": applySegmentSaved,
  "shop.restored": applyShopRestored,
  "segment.removed": applySegmentRemoved,
};

/** Brings the tables in line with one fact; run once for each, in the order of `changes`. */
export const applyFact = <K extends FactKind>(
  db: WriteDb,
  fact: FactOf<K>,
  clock: ChangeClock,
): void => {
  const apply: (db: WriteDb, fact: FactOf<K>, clock: ChangeClock) => void = applied[fact.kind as K];
  apply(db, fact, clock);
};
