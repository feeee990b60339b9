/** A JSON object whose numbers were kept as the text that stood in the file. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What lies at the end of `keys`, or undefined where the way there breaks off. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** The text at the end of `keys`, composed and trimmed; blank where there is none. */
export const textAt = (value: unknown, ...keys: readonly string[]): string => {
  const found = at(value, ...keys);
  if (typeof found === "boolean") return String(found);
  return typeof found === "string" ? found.normalize("NFC").trim() : "";
};

/** The array at the end of `keys`, also where it is GraphQL's `nodes` or `edges`; undefined where there is none. */
export const listAt = (
  value: unknown,
  ...keys: readonly string[]
): readonly unknown[] | undefined => {
  const found = at(value, ...keys);
  if (Array.isArray(found)) return found;
  const nodes = at(found, "nodes");
  if (Array.isArray(nodes)) return nodes;
  const edges = at(found, "edges");
  return Array.isArray(edges) ? edges.map((edge) => at(edge, "node")) : undefined;
};

/** The objects of that array. */
export const objectsAt = (value: unknown, ...keys: readonly string[]): readonly JsonObject[] =>
  (listAt(value, ...keys) ?? []).filter(isObject);
