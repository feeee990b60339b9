import type { Random } from "../../../electron/engine/demo/random.ts";

/** UUIDv7 texts of given moments, their random part from `random`: the same shop each time. */
export const uuidSource =
  (random: Random) =>
  (atMs: number): string => {
    const time = Math.floor(atMs).toString(16).padStart(12, "0");
    const [a, b, c] = [hex(random, 3), hex(random, 3), `${hex(random, 6)}${hex(random, 6)}`];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-8${b}-${c}`;
  };

const hex = (random: Random, digits: number): string =>
  random
    .below(16 ** digits)
    .toString(16)
    .padStart(digits, "0");
