import type { Words } from "../vi/vi.ts";
import { campaigns } from "./campaigns.ts";
import { customers } from "./customers.ts";
import { goods } from "./goods.ts";
import { messages } from "./messages.ts";
import { orders } from "./orders.ts";
import { payment } from "./payment.ts";
import { refusals } from "./refusals.ts";
import { rehearsal } from "./rehearsal.ts";
import { restore } from "./restore.ts";
import { quality, results } from "./results.ts";
import { segments } from "./segments.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { till } from "./till.ts";
import { wizard } from "./wizard.ts";

/** Every sentence in English: written, not translated. */
export const en: Words = {
  shell,
  wizard,
  till,
  payment,
  customers,
  orders,
  campaigns,
  segments,
  rehearsal,
  results,
  quality,
  goods,
  messages,
  settings,
  restore,
  refusals,
};
