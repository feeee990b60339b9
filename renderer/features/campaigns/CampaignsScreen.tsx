import { type ReactNode, useEffect } from "react";
import { useGoods } from "../../stores/campaigns/goods.ts";
import { useOffers } from "../../stores/campaigns/offers.ts";
import { useSegments } from "../../stores/campaigns/segments.ts";
import { isOfCashier, useSession } from "../../stores/session.ts";
import { Builder } from "./builder/Builder.tsx";
import { CouponList } from "./coupons/CouponList.tsx";
import { DoubleUses } from "./doubles/DoubleUses.tsx";
import { MessagesPage } from "./messages/MessagesPage.tsx";
import { Overview } from "./overview/Overview.tsx";
import { SegmentsPage } from "./segment/SegmentsPage.tsx";

type CampaignsScreenProps = {
  /** What campaigns and suggestions brought: pages of a feature of their own. */
  readonly results: ReactNode;
  readonly quality: ReactNode;
};

/** Offers: what runs, a new one, the paper and the messages that come of it, and what it did. */
export function CampaignsScreen({ results, quality }: CampaignsScreenProps) {
  const { view, load } = useOffers();
  const loadGoods = useGoods((goods) => goods.load);
  const loadSegments = useSegments((segments) => segments.load);
  const isCashier = useSession(isOfCashier);
  const isReady = useSession(({ engine }) => engine === "ready");
  useEffect(() => {
    if (!isReady) return;
    void load();
    if (isCashier) return;
    void loadGoods();
    void loadSegments();
  }, [load, loadGoods, loadSegments, isCashier, isReady]);
  // Who signs in where a manager left off is not shown what only a manager may ask.
  switch (isCashier ? "overview" : view) {
    case "overview":
      return <Overview />;
    case "segments":
      return <SegmentsPage />;
    case "builder":
      return <Builder />;
    case "coupons":
      return <CouponList />;
    case "messages":
      return <MessagesPage />;
    case "doubles":
      return <DoubleUses />;
    case "results":
      return results;
    case "quality":
      return quality;
  }
}
