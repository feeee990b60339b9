import type { Source, Violation } from "./sources.ts";
/**
 * The allowed arrows: a layer may import itself and what stands beside it here, and nothing else.
 * The longest name that a path begins with is its layer. `*` makes each folder a layer of its own.
 */
export declare const allowedByLayer: Readonly<Record<string, readonly string[]>>;
/** Every import that the table does not allow. Files outside the layers (tests, build) are free. */
export declare const layerViolations: (sources: readonly Source[]) => readonly Violation[];
