import { v7 } from "uuid";
import type { Clock, IdSource } from "../../../shared/kernel/ports.ts";

/** The machine's own clock and ids: the only place of the engine that asks for them. */
export const systemClock: Clock = { nowMs: () => Date.now() };
export const systemIds: IdSource = { newId: () => v7() };
