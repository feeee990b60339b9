import { useMessages } from "../../../stores/campaigns/messages.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Figures } from "../../../ui/Figures.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Messages.module.css";

/** The first message as it will be read, and what all of them come to. */
export function Example() {
  const { messages: words } = useWords();
  const format = useFormat();
  const { messages, channel } = useMessages();
  const [first] = messages?.messages ?? [];
  if (!messages || !first) return null;
  const { count, longest, skipped } = messages;
  const noConsent = skipped.find(({ why }) => why === "NoMarketingConsent")?.count ?? 0;
  const isSms = channel === "sms";
  return (
    <section className={styles.example} aria-live="polite" data-testid="example">
      <h2>{words.example}</h2>
      <blockquote>
        <p>{first.text}</p>
        <small>
          {isSms && words.lengthOf(format.number(first.characters), format.number(first.parts))}
          {channel === "zalo" && words.exampleTo(format.maskedPhone(first.to))}
        </small>
      </blockquote>
      <Figures
        figures={[
          { key: "count", value: format.number(count), label: words.figures.count, tone: "tea" },
          {
            key: "longest",
            value: format.number(longest.characters),
            label: words.figures.longest,
          },
          ...(isSms
            ? [
                {
                  key: "parts",
                  value: format.number(messages.partsInAll),
                  label: words.figures.parts,
                },
              ]
            : []),
          { key: "noConsent", value: format.number(noConsent), label: words.figures.noConsent },
        ]}
      />
      {isSms && <Marks />}
    </section>
  );
}

/** Whether to write with marks, and what that costs. */
function Marks() {
  const { messages: words } = useWords();
  const format = useFormat();
  const { messages, isWithoutMarks, leaveMarks } = useMessages();
  const saved = messages?.unmarked;
  return (
    <>
      <Choices
        label={words.marks}
        value={isWithoutMarks ? "without" : "with"}
        onChoose={(chosen) => void leaveMarks(chosen === "without")}
        choices={(["with", "without"] as const).map((value) => ({
          value,
          label: words.marksKinds[value],
        }))}
      />
      {messages && saved && (
        <p className={styles.note}>
          {words.marksCost(format.number(messages.partsInAll), format.number(saved.partsInAll))}
        </p>
      )}
    </>
  );
}
