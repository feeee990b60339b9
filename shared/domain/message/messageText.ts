/** In the order in which they are offered to who writes. */
export const PLACEHOLDERS = [
  "givenName",
  "name",
  "offer",
  "code",
  "from",
  "until",
  "shop",
  "phone",
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];
export type MessageValues = Readonly<Record<Placeholder, string>>;

/** `template` with each placeholder filled once; what is no placeholder stays as it was typed. */
export const messageText = (template: string, values: MessageValues): string =>
  template
    .normalize("NFC")
    .replace(placeholder, (typed: string, name: string) => {
      const known = knownPlaceholder(name);
      return known ? values[known].normalize("NFC") : typed;
    })
    .trim();

/** What stands in braces in `template` and is no placeholder, each once, as it was typed. */
export const unknownPlaceholders = (template: string): readonly string[] => [
  ...new Set(
    [...template.normalize("NFC").matchAll(placeholder)]
      .filter(([, name = ""]) => knownPlaceholder(name) === undefined)
      .map(([typed]) => typed),
  ),
];

const placeholder = /\{([^{}]*)\}/gu;

/** Spaces and the case do not matter: "{ Name }" is meant as {name}. */
const knownPlaceholder = (name: string): Placeholder | undefined =>
  PLACEHOLDERS.find((known) => known.toLowerCase() === name.trim().toLowerCase());
