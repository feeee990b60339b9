import { campaignTemplates } from "../../../../shared/domain/campaign/templates.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import { findLastRestocked } from "../../repositories/products.ts";
import { localeOf, shopOf, today, type UseCase } from "../context.ts";

export const showTemplates: UseCase<"campaign.templates"> = (context) => {
  const shop = shopOf(context);
  const templates = campaignTemplates({
    today: today(context),
    locale: localeOf(context),
    snackMinor: shop.loyalty.earnPerMinor,
    restocked: findLastRestocked(context.db),
  });
  // The wire's lists may be changed by their receiver; the rules' may not.
  return ok({ templates: JSON.parse(JSON.stringify(templates)) });
};
