import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml, html } from "../../../electron/engine/print/html.ts";

test("texts are escaped, markup is kept, lists are joined and what is absent leaves nothing", () => {
  const list = [html`<li>${"<"}</li>`, html`<li>${2}</li>`];
  expect(html`<ul title="${`"'&`}">${list}${undefined}</ul>`.markup).toBe(
    '<ul title="&quot;&#39;&amp;"><li>&lt;</li><li>2</li></ul>',
  );
});

test("nothing that was escaped can open a tag or close an attribute", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
