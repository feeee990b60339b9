import { randomUUID } from "node:crypto";
import type { Clock } from "../../shared/kernel/ports.ts";

/** The clock of this process; nothing else in `main` reads it. */
export const systemClock: Clock = { nowMs: () => Date.now() };

/** For addresses that nobody can guess. */
export const newDocumentId = (): string => randomUUID();
