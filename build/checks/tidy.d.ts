import type { Source, Violation } from "./sources.ts";
/** Every break of a house rule that a search can find. */
export declare const tidyViolations: (sources: readonly Source[]) => readonly Violation[];
