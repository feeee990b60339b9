import { useState } from "react";
import { Button, type ButtonProps } from "./Button.tsx";

type SureButtonProps = Pick<ButtonProps, "children" | "look" | "size" | "testId"> & {
  /** What it says once it was pressed. */
  readonly sure: string;
  readonly onSure: () => void;
};

/** For what cannot be taken back: pressed once it asks, pressed again it does it. */
export function SureButton({ children, look = "plain", sure, onSure, ...others }: SureButtonProps) {
  const [isSure, setIsSure] = useState(false);
  const press = () => (isSure ? onSure() : setIsSure(true));
  return (
    <Button {...others} look={isSure ? "harm" : look} onPress={press}>
      {isSure ? sure : children}
    </Button>
  );
}
