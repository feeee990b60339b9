/** Text that is markup already. Everything else that a document interpolates is escaped. */
export type Markup = { readonly markup: string };

type Part = string | number | Markup | readonly Markup[] | undefined;

/** Markup from a template: names, offers and all other texts in it are text, whatever they hold. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: String.raw({ raw: texts }, ...parts.map(markupOf)),
});

/** A whole document that loads nothing but the shop's own fonts and runs nothing. */
export const htmlDocument = (page: Page): string =>
  [documentStart(page), page.body.markup, documentEnd].join("");

export type Page = DocumentHead & { readonly body: Markup };

export type DocumentHead = {
  readonly title: string;
  readonly lang: string;
  readonly style: string;
};

/** What stands before the body of a document; `documentEnd` closes it. */
export const documentStart = ({ title, lang, style }: DocumentHead): string =>
  html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
`.markup;

export const documentEnd = "</body>\n</html>\n";

const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src app:";

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const markupOf = (part: Part): string => {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
};
