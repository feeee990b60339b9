import { useState } from "react";
import { type Consent, type Profile, useCustomers } from "../../stores/customers.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

const purposes: readonly Consent["purpose"][] = ["personalization", "marketing"];
const channels: readonly Consent["channel"][] = [
  "counter",
  "print",
  "sms",
  "email",
  "zalo",
  "phone",
];

/** What they agreed to, for what and by which way, when and where; each can be withdrawn here. */
export function Consents({ profile: { consents } }: { readonly profile: Profile }) {
  const { customers: words } = useWords();
  const format = useFormat();
  const record = useCustomers((state) => state.record);
  const [isRecording, setIsRecording] = useState(false);
  const sources: Readonly<Record<string, string>> = words.sources;
  const withdraw = ({ purpose, channel }: Consent) =>
    void record({ purpose, channel, state: "withdrawn", wording: words.withdrawWording });
  return (
    <section className={styles.section} aria-label={words.sections.consents}>
      <h2>
        {words.sections.consents}
        {!isRecording && (
          <Button look="quiet" size="small" onPress={() => setIsRecording(true)}>
            {words.record}
          </Button>
        )}
      </h2>
      {isRecording && <RecordConsent onClose={() => setIsRecording(false)} />}
      {consents.length === 0 && !isRecording && (
        <p className={styles.quietly}>{words.noConsents}</p>
      )}
      {consents.length > 0 && (
        <ul className={styles.rows}>
          {consents.map((consent) => (
            <li key={`${consent.purpose} ${consent.channel}`} className={styles.agreed}>
              <div>
                <b>{words.purposes[consent.purpose]}</b>
                <small>
                  {[
                    words.channels[consent.channel],
                    words.identitySource(
                      sources[consent.source] ?? consent.source,
                      format.day(consent.atMs),
                    ),
                  ].join(", ")}
                </small>
              </div>
              <div className={styles.actions}>
                <Chip tone={consent.state === "granted" ? "tea" : "rose"}>
                  {words.consentStates[consent.state]}
                </Chip>
                {consent.state === "granted" && (
                  <Button look="quiet" size="small" onPress={() => withdraw(consent)}>
                    {words.withdraw}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RecordConsent({ onClose }: { readonly onClose: () => void }) {
  const { customers: words } = useWords();
  const record = useCustomers((state) => state.record);
  const [purpose, setPurpose] = useState<Consent["purpose"]>("personalization");
  const [channel, setChannel] = useState<Consent["channel"]>("counter");
  const [wording, setWording] = useState(words.defaultWording.personalization);
  useKeys({ Escape: onClose });
  const save = async () => {
    if (await record({ purpose, channel, state: "granted", wording })) onClose();
  };
  return (
    <div className={styles.add}>
      <div className={styles.fields}>
        <SelectField
          label={words.purpose}
          value={purpose}
          choices={purposes.map((each) => ({ value: each, label: words.purposes[each] }))}
          onChoose={(chosen) => {
            setPurpose(chosen);
            setWording(words.defaultWording[chosen]);
          }}
        />
        <SelectField
          label={words.channel}
          value={channel}
          choices={channels.map((each) => ({ value: each, label: words.channels[each] }))}
          onChoose={setChannel}
        />
      </div>
      <TextArea label={words.wording} value={wording} onType={setWording} maxLength={2_000} />
      <div className={styles.actions}>
        <Button look="tea" size="small" onPress={() => void save()}>
          {words.confirm}
        </Button>
        <Button look="quiet" size="small" keyName="Esc" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
