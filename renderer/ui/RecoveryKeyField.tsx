import type { Ref } from "react";
import { typedKeyLength } from "../../shared/kernel/recoveryKey.ts";
import { TextArea } from "./TextArea.tsx";

type RecoveryKeyFieldProps = {
  readonly words: { readonly keyLabel: string; readonly typed: (count: string) => string };
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
};

/**
 * Where the key is typed from paper. All of it stays in sight, to be compared group by group, and it
 * counts along, since 64 of anything are soon miscounted.
 */
export function RecoveryKeyField({ words, value, onType, ref }: RecoveryKeyFieldProps) {
  return (
    <TextArea
      {...(ref && { ref })}
      label={words.keyLabel}
      value={value}
      rows={2}
      maxLength={200}
      hint={words.typed(String(typedKeyLength(value)))}
      onType={onType}
      onEnter={(field) => field.form?.requestSubmit()}
      testId="recovery-key"
    />
  );
}
