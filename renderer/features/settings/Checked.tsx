import { Notice } from "../../ui/Notice.tsx";

type CheckedProps = {
  readonly isGood: boolean;
  readonly text: string;
  /** What does not agree, as the engine names it. */
  readonly problems?: readonly string[] | undefined;
  readonly isAlert?: boolean;
};

/** What a check of the shop's data or of a backup has found. */
export function Checked({ isGood, text, problems = [], isAlert = false }: CheckedProps) {
  return (
    <Notice tone={isGood ? "tea" : "rose"} isAlert={isAlert}>
      <p>{text}</p>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </Notice>
  );
}
