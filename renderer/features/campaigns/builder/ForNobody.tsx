import type { Rehearsal } from "../../../stores/campaigns/builder.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { useWords } from "../../../words/WordsContext.tsx";

/** Why nobody would be given a coupon, and what would change that. */
export function ForNobody({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { rehearsal: words } = useWords();
  const whys: Readonly<Record<string, string>> = words.nobodyWhy;
  return (
    <Notice tone="rose">
      {words.nobody} {whys[whyNobody(rehearsal)]}
    </Notice>
  );
}

/** Reasons come in the order in which they are asked: who passed all others fell to the last one. */
const whyNobody = ({ customers, heldOut, skipped }: Rehearsal): string => {
  if (customers === 0) return "inGroup";
  return heldOut > 0 ? "allHeldOut" : (skipped.at(-1)?.why ?? "inGroup");
};
