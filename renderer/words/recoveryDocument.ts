import type { Words } from "./vi/vi.ts";

export type KeyGroup = { readonly group: string; readonly place: number };

/** The key in the groups in which it is read out and typed again. */
export const keyGroups = (recoveryKey: string): readonly KeyGroup[] => {
  const parts = /[-\s]/u.test(recoveryKey)
    ? recoveryKey.split(/[-\s]+/u)
    : (recoveryKey.match(/.{1,4}/gu) ?? []);
  return parts.map((group, place) => ({ group, place }));
};

type RecoveryPaper = {
  readonly shopName: string;
  readonly recoveryKey: string;
  readonly words: Words;
};

/**
 * One sheet of paper that opens the shop's data on another computer. Two groups a row: where the
 * system's letters are wide, four would pass the paper's edge, and a letter of the key with them.
 */
export const recoveryDocument = ({ shopName, recoveryKey, words }: RecoveryPaper): string => {
  const { recovery } = words.wizard;
  const groups = keyGroups(recoveryKey).map(({ group }) => `<li>${escaped(group)}</li>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(words.shell.appName)}</title>
<style>
@page { size: A4; margin: 24mm }
body { font: 400 12pt/1.6 "Be Vietnam Pro", sans-serif; color: #1c2423; margin: 0 }
h1 { font-size: 19pt; font-weight: 600; margin: 0 0 8mm }
ol { list-style: none; display: grid; grid-template-columns: repeat(2, max-content); gap: 5mm 14mm;
  margin: 0 0 8mm; padding: 9mm; border: 0.4mm dashed #8a9492; border-radius: 3mm;
  font-size: 17pt; font-weight: 600; letter-spacing: 0.08em; justify-content: center }
p { margin: 0; max-width: 150mm }
</style></head><body>
<h1>${escaped(recovery.documentTitle(shopName))}</h1>
<ol>${groups.join("")}</ol>
<p>${escaped(recovery.documentAdvice)}</p>
</body></html>`;
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (letter) => `&#${letter.codePointAt(0) ?? 63};`);
