import type { Migration } from "./migrate.ts";
import { foundation } from "./migrations/0001_foundation.ts";
import { shopSettings } from "./migrations/0002_shop_settings.ts";
import { noProductWords } from "./migrations/0003_no_product_words.ts";
import { lookups } from "./migrations/0004_lookups.ts";
import { offers } from "./migrations/0005_offers.ts";
import { restores } from "./migrations/0006_restores.ts";
import { receiptsPassedOver } from "./migrations/0007_receipts_passed_over.ts";
import { orderBuyers } from "./migrations/0008_order_buyers.ts";
import { afterIssuing } from "./migrations/0009_after_issuing.ts";
import { commitments } from "./migrations/0010_commitments.ts";
import { unitCost } from "./migrations/0011_unit_cost.ts";
import { drawnAt } from "./migrations/0012_drawn_at.ts";
import { hours } from "./migrations/0013_hours.ts";
import { extraPoints } from "./migrations/0014_extra_points.ts";
import { chosenFor } from "./migrations/0015_chosen_for.ts";

/** In order; a new one is added at the end. */
export const migrations: readonly Migration[] = [
  foundation,
  shopSettings,
  noProductWords,
  lookups,
  offers,
  restores,
  receiptsPassedOver,
  orderBuyers,
  afterIssuing,
  commitments,
  unitCost,
  drawnAt,
  hours,
  extraPoints,
  chosenFor,
];
