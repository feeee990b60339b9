import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catchUpSearch } from "../../../electron/engine/usecases/customers/people.ts";
import type { Role } from "../../../shared/contract/call.ts";
import type { Method } from "../../../shared/contract/index.ts";
import type { Asked } from "../setUp.ts";
import { issueCoupons, newCampaign, openWorld, passDays, sell, type World } from "./world.ts";

/** What the cases refer to; made once. */
export type RefusalWorld = World & {
  readonly usedCode: string;
  readonly expiredCode: string;
  readonly draftId: string;
  readonly issuedId: string;
  readonly overId: string;
  readonly emptyId: string;
  /** It names goods that became sensitive after it was made. */
  readonly unnamableId: string;
  /** It is for a category that was renamed after it was made. */
  readonly renamedId: string;
  readonly backupPath: string;
  readonly undoneImportId: string;
  /** A file of its own in the shop's folder. */
  readonly file: (name: string, bytes: string | Uint8Array, sizeBytes?: number) => string;
};

export const NOBODY = "0190a000-0000-7000-8000-ffffffffffff";
const SHOPIFY = fileURLToPath(new URL("../../fixtures/orders/shopify.csv", import.meta.url));
export const CARD_NUMBER = "4111 1111 1111 1111";

export const openRefusalWorld = async (): Promise<RefusalWorld> => {
  const world = await openWorld();
  const { an } = world;
  await world.take("customer.addIdentity", { customerId: an, kind: "card", value: "QUEN-0001" });
  const [usedCode = ""] = await issueCoupons(world);
  await sell(world, { customerId: an, lines: [{ sku: "TEA" }], couponCodes: [usedCode] });
  const [expiredCode = ""] = await issueCoupons(world, { toDay: "2026-11-24" });
  const { campaignId: draftId } = await newCampaign(world);
  const { campaignId: issuedId } = await newCampaign(world);
  await world.take("campaign.issue", { campaignId: issuedId });
  const { campaignId: overId } = await newCampaign(world, { toDay: "2026-11-23" });
  const { campaignId: emptyId } = await newCampaign(world, {
    segment: { all: [{ kind: "spentMinor", min: 1_000_000_000 }] },
  });
  const balm = { sku: "BALM", name: "Dầu gió", priceMinor: 20_000 };
  await world.take("catalog.import", { products: [balm] });
  const { campaignId: unnamableId } = await newCampaign(world, {
    segment: { all: [{ kind: "notBoughtSku", any: ["BALM"] }] },
  });
  await world.take("catalog.import", { products: [{ ...balm, sensitive: true }] });
  const soap = { sku: "SOAP", name: "Xà phòng", priceMinor: 15_000 };
  await world.take("catalog.import", { products: [{ ...soap, category: "Xà phòng" }] });
  const { campaignId: renamedId } = await newCampaign(world, {
    offer: { kind: "percent", rateBps: 500, scope: { categories: ["Xà phòng"] } },
  });
  await world.take("catalog.import", { products: [{ ...soap, category: "Đồ tắm" }] });
  const backupPath = join(world.dataDir, "taken.backup");
  await world.take("backup.create", { path: backupPath });
  const { importId: undoneImportId } = await world.take("orders.importFile", { path: SHOPIFY });
  await world.take("orders.undoImport", { importId: undoneImportId });
  passDays(world, 3);
  // Who bought moves to the front of the search at rest: not between a look and the next.
  catchUpSearch(world.engine());
  const file = (name: string, bytes: string | Uint8Array, sizeBytes?: number) => {
    const path = join(world.dataDir, name);
    writeFileSync(path, bytes);
    if (sizeBytes !== undefined) truncateSync(path, sizeBytes);
    return path;
  };
  const ids = { draftId, issuedId, overId, emptyId, unnamableId, renamedId };
  return { ...world, ...ids, usedCode, expiredCode, backupPath, undoneImportId, file };
};

export type RefusalCase = {
  readonly method: Method;
  readonly kind: string;
  readonly by: Role;
  readonly params: (world: RefusalWorld) => object;
};

export const refuses = <M extends Method>(
  method: M,
  kind: string,
  params: (world: RefusalWorld) => Asked<M>,
  by: Role = "owner",
): RefusalCase => ({ method, kind, by, params });
