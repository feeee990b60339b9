import { useEffect } from "react";
import { useCampaigns } from "../../stores/campaigns.ts";
import { Builder } from "./Builder.tsx";
import { CouponList } from "./CouponList.tsx";
import { Overview } from "./Overview.tsx";

/** Offers: what runs, a new one, and the paper that comes of it. */
export function CampaignsScreen() {
  const { view, load } = useCampaigns();
  useEffect(() => void load(), [load]);
  switch (view) {
    case "overview":
      return <Overview />;
    case "builder":
      return <Builder />;
    case "list":
      return <CouponList />;
  }
}
