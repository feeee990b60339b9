import { useReceipts } from "../../../stores/receipts.ts";
import { useWords } from "../../../words/WordsContext.tsx";

/** How printing went, in the place of the print key. A sale never waits for paper. */
export function PrintOutcomeLine() {
  const words = useWords().payment.done;
  const outcome = useReceipts((state) => state.outcome);
  if (outcome === undefined) return null;
  if (outcome === "printing") return <p role="status">{words.printing}</p>;
  if (outcome.printed) return <p role="status">{words.printed}</p>;
  return <p role="alert">{words.notPrinted[outcome.why ?? "failed"]}</p>;
}
