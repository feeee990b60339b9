/** What the outside gives to the rules: time and new ids. Passed in, so that tests decide both. */
export type Clock = { readonly nowMs: () => number };

/** Makes UUIDv7 texts. */
export type IdSource = { readonly newId: () => string };
