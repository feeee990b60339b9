/**
 * What a sale's line `l` of product `p` cost the shop: by the cost of then, or of now where nobody had
 * said then; null where nobody has said at all.
 */
export const LINE_COST = `CAST(round(coalesce(l.unit_cost_minor, p.cost_minor)
  * l.quantity_milli / 1000.0) AS INTEGER)`;
