import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMessages } from "../../../stores/campaigns/messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choices } from "../../../ui/Choices.tsx";
import { Figures } from "../../../ui/Figures.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Messages.module.css";

/** A message as it will be read, one person after the other, and what all of them come to. */
export function Example() {
  const { messages: words } = useWords();
  const format = useFormat();
  const { messages, channel, at } = useMessages();
  const read = messages?.messages[at] ?? messages?.messages[0];
  if (!messages || !read) return null;
  const { count, longest, skipped } = messages;
  const noConsent = skipped.find(({ why }) => why === "NoMarketingConsent")?.count ?? 0;
  const isSms = channel === "sms";
  return (
    <section className={styles.example} aria-live="polite" data-testid="example">
      <Pager name={read.customerName} />
      <blockquote>
        <p>{read.text}</p>
        <small>
          {isSms && words.lengthOf(format.number(read.characters), format.number(read.parts))}
          {channel === "zalo" && words.exampleTo(format.maskedPhone(read.to))}
        </small>
      </blockquote>
      <Figures
        figures={[
          {
            key: "count",
            value: format.number(count),
            label: words.figures.count(format.number(count)),
            tone: "tea",
          },
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

/** Whose message is read, and the ways to the ones before and after it. */
function Pager({ name }: { readonly name: string }) {
  const { messages: words } = useWords();
  const format = useFormat();
  const { messages, at, turn } = useMessages();
  const count = messages?.messages.length ?? 0;
  return (
    <div className={styles.pager}>
      <h2>
        {words.example} <b>{name}</b>
      </h2>
      {count > 1 && (
        <>
          <Button
            size="small"
            label={words.before}
            isDisabled={at === 0}
            onPress={() => turn(-1)}
            testId="message-before"
          >
            <ChevronLeft strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <span>{words.place(format.number(at + 1), format.number(count))}</span>
          <Button
            size="small"
            label={words.after}
            isDisabled={at >= count - 1}
            onPress={() => turn(1)}
            testId="message-after"
          >
            <ChevronRight strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </>
      )}
    </div>
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
      {messages && saved && saved.partsInAll < messages.partsInAll && (
        <p className={styles.note}>
          {words.marksCost(format.number(messages.partsInAll), format.number(saved.partsInAll))}
        </p>
      )}
    </>
  );
}
