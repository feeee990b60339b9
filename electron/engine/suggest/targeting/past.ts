/** One product in one purchase; products and baskets are numbered. Days count from 1970. */
export type PastLine = {
  readonly day: number;
  readonly basket: number;
  readonly product: number;
  /** What was paid for it, in minor units. */
  readonly paidMinor: number;
  /** A coupon took something off. */
  readonly byCoupon: boolean;
  /** It cost less than its price for another reason. */
  readonly isReduced: boolean;
};

export type PastRedemption = {
  readonly day: number;
  /** Where the campaign stands in the list of campaigns. */
  readonly campaign: number;
  readonly offer: string;
};

/** All that is known of one customer; whoever asks for a day uses only what was before it. */
export type CustomerPast = {
  readonly customerId: string;
  /** Any order. */
  readonly lines: readonly PastLine[];
  /** Campaigns that brought the customer coupons. */
  readonly received: readonly number[];
  /** Campaigns of which the customer was held out. */
  readonly heldOut: readonly number[];
  readonly redemptions: readonly PastRedemption[];
};

/** `products` is absent where an offer is for the whole shop. */
export type PastOffer = { readonly offer: string; readonly products?: ReadonlySet<number> };

export type PastCampaign = {
  /** Campaigns of one kind have more in common: "percent", "gift", "Type A". */
  readonly kind: string;
  readonly startDay: number;
  /** The last day on which its coupons work. */
  readonly endDay: number;
  readonly offers: readonly PastOffer[];
  /** The place of the campaign that this one is the second offer of: it has no held-out people of its own. */
  readonly besides?: number;
  /** Its coupons were given for purchases: all its people, held out or not, have bought. */
  readonly isEarned?: true;
  /** Its coupons were void before their last day: that they were not used tells nothing. */
  readonly isStopped?: true;
};

/** What stands on the shelf: by product its category, -1 where it has none, and a finer one. */
export type Shelf = {
  readonly category: Int32Array;
  readonly categoryCount: number;
  readonly fineCategory?: Int32Array;
  readonly fineCount?: number;
};

/** The offers that each product is in; `whole` offers are for all products. */
export type Coverage = {
  readonly whole: number;
  readonly offersByProduct: ReadonlyMap<number, readonly number[]>;
};

export const coverageOf = (offers: readonly PastOffer[]): Coverage => {
  const offersByProduct = new Map<number, number[]>();
  offers.forEach(({ products }, at) => {
    for (const product of products ?? []) {
      const own = offersByProduct.get(product);
      if (own) own.push(at);
      else offersByProduct.set(product, [at]);
    }
  });
  return { whole: offers.filter(({ products }) => !products).length, offersByProduct };
};

/** A campaign as a customer stands before it. */
export type Standing = {
  readonly campaign: Pick<PastCampaign, "kind" | "startDay">;
  readonly coverage: Coverage;
  readonly campaigns: readonly PastCampaign[];
  /** What a line of this shop usually costs, in minor units. */
  readonly usualLineMinor: number;
};
