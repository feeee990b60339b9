import { useAudience } from "./campaigns/audience.ts";
import { useBuilder } from "./campaigns/builder.ts";
import { useCoupons } from "./campaigns/coupons.ts";
import { useDoubleUses } from "./campaigns/doubleUses.ts";
import { useDrafts } from "./campaigns/drafts.ts";
import { useGoods } from "./campaigns/goods.ts";
import { useMessages } from "./campaigns/messages.ts";
import { useOffers } from "./campaigns/offers.ts";
import { useQuality } from "./campaigns/quality.ts";
import { useResults } from "./campaigns/results.ts";
import { useSegments } from "./campaigns/segments.ts";
import { useVerdicts } from "./campaigns/verdicts.ts";
import { useCustomers } from "./customers.ts";
import { useProducts } from "./goods/products.ts";
import { useImports } from "./imports.ts";
import { usePlace } from "./place.ts";
import { useReceipts } from "./receipts.ts";
import { reset } from "./reset.ts";
import { useSafety } from "./safety.ts";
import { useSession } from "./session.ts";
import { useShopSettings } from "./shopSettings.ts";
import { useBasket } from "./till/basket.ts";
import { useCustomerPanel } from "./till/customerPanel.ts";
import { useLookup } from "./till/lookup.ts";
import { useOmnibox } from "./till/omnibox.ts";
import { usePayment } from "./till/payment.ts";
import { useQuote } from "./till/quote.ts";

/** Whose goods, people and money this window has written down. */
const OWNER = "quen.shop";

/** In this order: a basket that is begun begins what was offered beside it, too. */
const keptStores = [useBasket, useLookup, usePayment, useDrafts, useSegments] as const;

/** What was read of a shop, or typed in it, and is in memory alone. */
const readStores = [
  ...[useCustomers, useCustomerPanel, useOmnibox, useProducts, useReceipts, useQuote, usePlace],
  ...[useImports, useShopSettings, useOffers, useBuilder, useCoupons, useMessages, useResults],
  ...[useVerdicts, useQuality, useAudience, useDoubleUses, useGoods, useSafety],
] as const;

/**
 * What the window keeps on this computer is of one shop. Another shop finds nothing of it, and the
 * first finds it again where it comes back: money may have been taken for what lies there.
 */
export const keepApartByShop = (): (() => void) => {
  let knownId = useSession.getState().shop?.shopId;
  return useSession.subscribe(({ shop }) => {
    if (!shop || shop.shopId === knownId) return;
    if (knownId !== undefined) for (const store of readStores) reset(store);
    knownId = shop.shopId;
    if (knownId !== undefined) belongTo(knownId);
  });
};

const belongTo = (shopId: string): void => {
  const owner = localStorage.getItem(OWNER);
  if (owner === shopId) return;
  localStorage.setItem(OWNER, shopId);
  // Written before anything was known of owners: it is of the shop that was always here.
  if (owner !== null) exchange({ owner, shopId });
};

type Exchange = { readonly owner: string; readonly shopId: string };

const exchange = ({ owner, shopId }: Exchange): void => {
  for (const store of keptStores) move({ from: nameOf(store), to: `${nameOf(store)} ${owner}` });
  for (const store of keptStores) reset(store);
  for (const store of keptStores) {
    move({ from: `${nameOf(store)} ${shopId}`, to: nameOf(store) });
    void store.persist.rehydrate();
  }
};

type Named = { readonly persist: { readonly getOptions: () => { readonly name?: string } } };

const nameOf = ({ persist }: Named): string => persist.getOptions().name ?? "";

const move = ({ from, to }: { readonly from: string; readonly to: string }): void => {
  const text = localStorage.getItem(from);
  if (text === null) return;
  localStorage.setItem(to, text);
  localStorage.removeItem(from);
};
