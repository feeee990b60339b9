/**
 * The calls that answer staff in words. Each takes an optional `locale`, which the window sends with
 * every one of them: it can be switched to another language than the shop's. What customers read,
 * on paper and in messages, stays in the shop's.
 */
export const wordedCalls = [
  "customer.search",
  "customer.profile",
  "sale.quote",
  "segment.preview",
  "segment.list",
  "campaign.rehearse",
  "campaign.list",
  "campaign.lift",
  "campaign.overview",
  "campaign.templates",
  "suggestion.quality",
  "coupon.find",
] as const;
