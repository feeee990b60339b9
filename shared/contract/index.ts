import { z } from "zod";
import { campaignContract } from "./campaign.ts";
import { catalogContract } from "./catalog.ts";
import { customerContract } from "./customer.ts";
import { engineContract } from "./engine.ts";
import { messagesContract } from "./messages.ts";
import { ordersContract } from "./orders.ts";
import { refusal } from "./primitives.ts";
import { saleContract } from "./sale.ts";
import { segmentContract } from "./segment.ts";
import { shopContract } from "./shop.ts";
import { suggestionContract } from "./suggestion.ts";

/** Every call of the engine. The window, the headless command and the tests read this one table. */
export const contract = {
  ...engineContract,
  ...shopContract,
  ...catalogContract,
  ...customerContract,
  ...saleContract,
  ...suggestionContract,
  ...ordersContract,
  ...segmentContract,
  ...campaignContract,
  ...messagesContract,
};

export type Contract = typeof contract;
export type Method = keyof Contract;
/** What the caller sends; defaults may be left out. */
export type Params<M extends Method> = z.input<Contract[M]["input"]>;
/** What a use case gets: checked, with its defaults filled in. */
export type Input<M extends Method> = z.output<Contract[M]["input"]>;
export type Output<M extends Method> = z.output<Contract[M]["output"]>;
export type Refusal<M extends Method> = z.output<Contract[M]["refusal"]>;

/** Refusals that the rim gives for any call. */
export const CommonRefusal = z.discriminatedUnion("kind", [
  refusal("NotSignedIn"),
  refusal("NotAllowed", { needs: z.string() }),
  refusal("ShopNotSetUp"),
  refusal("RequestIdReused"),
  /** The disk is full, or the file may not be written: nothing was saved. */
  refusal("StorageFailed", { why: z.enum(["disk-full", "read-only", "busy", "io"]) }),
]);
export type CommonRefusal = z.output<typeof CommonRefusal>;
