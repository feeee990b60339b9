/** Somebody who was found, with what a list shows of them. */
export type CustomerHit = {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly lastAtMs: number | null;
};

export const HIT_COLUMNS = `documents.customer_id AS customerId, name, phone, email,
  last_at_ms AS lastAtMs`;
