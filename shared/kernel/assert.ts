/** Stops on a broken invariant: a defect of ours, never something a person or a file did. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${message}`);
}

/** The value, which must be there. */
export const defined = <T>(value: T | undefined | null, what: string): T => {
  assert(value !== undefined && value !== null, `${what} is missing`);
  return value;
};

/** Makes a switch over kinds exhaustive: a new kind does not compile until it is handled. */
export const unreachable = (value: never): never => {
  throw new Error(`broken invariant: unexpected ${JSON.stringify(value)}`);
};
