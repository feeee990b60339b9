export const origin = "app://quen";

/** What an address of ours asks for; undefined for all that is not ours or tries to leave. */
export type Served =
  | { readonly kind: "file"; readonly segments: readonly string[] }
  | { readonly kind: "document"; readonly id: string };

export const servedPath = (address: string): Served | undefined => {
  const segments = ourSegments(address);
  if (!segments?.every(isPlainName)) return undefined;
  const [first, second, ...more] = segments;
  if (first === "document") {
    return second !== undefined && more.length === 0 ? { kind: "document", id: second } : undefined;
  }
  return { kind: "file", segments: first === undefined ? ["index.html"] : segments };
};

/** The decoded names of the path, or undefined where the address is broken or not ours. */
const ourSegments = (address: string): readonly string[] | undefined => {
  try {
    const { protocol, host, pathname } = new URL(address);
    if (protocol !== "app:" || host !== "quen") return undefined;
    const names = pathname.split("/").filter((name) => name !== "");
    return names.map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

/** One name of one file: no way up, no separator of any system, no drive, no hidden file. */
const isPlainName = (segment: string) => /^[\w-][\w.-]*$/.test(segment);

/** Whether this is the address of the window's own page, which alone may call. */
export const isWindowAddress = (address: string): boolean => servedPath(address)?.kind === "file";
