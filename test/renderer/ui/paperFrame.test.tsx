import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { PaperFrame } from "../../../renderer/ui/PaperFrame.tsx";

/** Every key that the window hears while `act` runs. */
const heardWhile = (act: () => void): readonly string[] => {
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent) => heard.push(key);
  window.addEventListener("keydown", hear);
  act();
  window.removeEventListener("keydown", hear);
  return heard;
};

test("a sheet that is clicked before all of it is there keeps no key, and passes each on once", () => {
  render(<PaperFrame title="Phiếu" url="about:blank" />);
  const frame = screen.getByTitle<HTMLIFrameElement>("Phiếu");
  const press = () =>
    frame.contentWindow?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  frame.focus();
  window.dispatchEvent(new FocusEvent("blur"));
  window.dispatchEvent(new FocusEvent("blur"));
  expect(heardWhile(press)).toEqual(["Escape"]);
  frame.dispatchEvent(new Event("load"));
  expect(heardWhile(press)).toEqual(["Escape"]);
});
