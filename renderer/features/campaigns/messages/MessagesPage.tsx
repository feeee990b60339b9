import { MessageSquareText } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { PLACEHOLDERS } from "../../../../shared/domain/message/messageText.ts";
import { messageChannels, useMessages } from "../../../stores/campaigns/messages.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Choices } from "../../../ui/Choices.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Page } from "../../../ui/Page.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import { IssuedFigures } from "../coupons/IssuedFigures.tsx";
import { useKeptOnLeaving } from "../useKeptOnLeaving.ts";
import { Example } from "./Example.tsx";
import styles from "./Messages.module.css";

/** What each person of a campaign is written, with a real one of them read along. */
export function MessagesPage() {
  const { messages: words } = useWords();
  const { shown, issued, channel, messages, choose } = useMessages();
  if (!shown) return null;
  const isNobody = messages !== undefined && messages.count === 0;
  return (
    <Page title={words.title(shown.name)} actions={<SaveKeys />} testId="messages">
      <div className={styles.messages}>
        <div className={styles.side}>
          <SavedLine />
          <IssuedFigures issued={issued} />
          <Choices
            label={words.channel}
            value={channel}
            onChoose={(chosen) => void choose(chosen)}
            choices={messageChannels.map((value) => ({ value, label: words.channels[value] }))}
          />
          <Template />
          <Unknown />
          <Refused />
        </div>
        {isNobody ? (
          <Empty icon={<MessageSquareText strokeWidth={1.75} />} title={words.none}>
            {words.noneHint}
          </Empty>
        ) : (
          <Example />
        )}
      </div>
    </Page>
  );
}

/** The message with its placeholders as keys: one is put in where the text was last touched. */
function Template() {
  const { messages: words } = useWords();
  const { template, type, keep } = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const touched = useRef<number>(undefined);
  useKeptOnLeaving(keep);
  const behind = useRef<number>(undefined);
  const putIn = (name: string) => {
    const at = touched.current ?? template.length;
    void type(`${template.slice(0, at)}{${name}}${template.slice(at)}`);
    behind.current = at + name.length + 2;
    area.current?.focus();
  };
  // The next one is put in behind it: a text that is written anew has its caret at its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the text is another one
  useLayoutEffect(() => {
    if (behind.current === undefined) return;
    area.current?.setSelectionRange(behind.current, behind.current);
    touched.current = behind.current;
    behind.current = undefined;
  }, [template]);
  return (
    <>
      <TextArea
        ref={area}
        label={words.template}
        value={template}
        maxLength={4_000}
        rows={6}
        onTouch={(at) => {
          touched.current = at;
        }}
        onType={(text) => void type(text)}
        onBlur={() => void keep()}
        testId="template"
      />
      <p className={styles.note}>{words.kept}</p>
      <ArrowGroup className={styles.placeholders} label={words.placeholders}>
        <span>{words.placeholders}</span>
        {PLACEHOLDERS.map((name) => (
          <Button key={name} size="small" onPress={() => putIn(name)}>
            {words.placeholder[name]}
          </Button>
        ))}
      </ArrowGroup>
    </>
  );
}

function Refused() {
  const { messages: words } = useWords();
  const { refusal, unkept, template } = useMessages();
  return <RefusalNotice refusal={refusal}>{unkept === template && words.unkept}</RefusalNotice>;
}

function Unknown() {
  const { messages: words } = useWords();
  const unknown = useMessages((state) => state.messages?.unknownPlaceholders ?? none);
  if (unknown.length === 0) return null;
  return <Notice isAlert>{words.unknown(unknown.join(", "))}</Notice>;
}

const none: readonly string[] = [];

function SavedLine() {
  const { messages: words, campaigns } = useWords();
  const outcome = useMessages((state) => state.outcome);
  if (outcome?.kind === "not-saved") {
    return <Notice isAlert>{campaigns.list.notSaved[outcome.why]}</Notice>;
  }
  if (outcome?.kind !== "saved") return null;
  return (
    <div role="status">
      <Notice tone="tea">{words.saved(outcome.path)}</Notice>
    </div>
  );
}

function SaveKeys() {
  const { messages: words } = useWords();
  const { shown, messages, save, close } = useMessages();
  const isReady = (messages?.count ?? 0) > 0;
  const leave = () => void close();
  const keep = (format: "csv" | "xlsx") => () =>
    void save(format, words.fileName(shown?.name ?? "", format));
  useKeys({ Escape: leave, "Ctrl+B": keep("csv"), "Ctrl+S": keep("xlsx") });
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={leave}>
        {words.close}
      </Button>
      <Button
        keyName="Ctrl B"
        keyShortcut="Control+B"
        isDisabled={!isReady}
        onPress={keep("csv")}
        testId="save-csv"
      >
        {words.csv}
      </Button>
      <Button
        look="main"
        keyName="Ctrl S"
        keyShortcut="Control+S"
        isDisabled={!isReady}
        onPress={keep("xlsx")}
        testId="save-xlsx"
      >
        {words.xlsx}
      </Button>
    </>
  );
}
