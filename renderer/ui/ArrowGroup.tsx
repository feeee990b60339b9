import type { KeyboardEvent, ReactNode } from "react";

type ArrowGroupProps = {
  readonly children: ReactNode;
  readonly label: string;
  readonly className?: string | undefined;
  readonly testId?: string;
};

/** Buttons that belong together: the arrow keys go from one to the next, as Tab does. */
export function ArrowGroup({ children, label, className, testId }: ArrowGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid
    <div
      role="group"
      className={className}
      aria-label={label}
      data-testid={testId}
      onKeyDown={moveFocus}
    >
      {children}
    </div>
  );
}

const stepByKey: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
  const step = stepByKey[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  if (at < 0) return;
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
};
