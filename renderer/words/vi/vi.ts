import { campaigns } from "./campaigns.ts";
import { customers } from "./customers.ts";
import { orders } from "./orders.ts";
import { payment } from "./payment.ts";
import { refusals } from "./refusals.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { till } from "./till.ts";
import { wizard } from "./wizard.ts";

/** Every sentence in Vietnamese. Its shape is the shape of every language. */
export const vi = {
  shell,
  wizard,
  till,
  payment,
  customers,
  orders,
  campaigns,
  settings,
  refusals,
};

export type Words = typeof vi;
