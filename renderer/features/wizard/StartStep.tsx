import { Globe, PackagePlus, Sparkles } from "lucide-react";
import { useState } from "react";
import { useWizard } from "../../stores/wizard.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";

type Way = "products" | "orders" | "demo";

export function StartStep() {
  const { start, demo: demoWords } = useWords().wizard;
  const format = useFormat();
  const { go, finish, fillDemo, demo } = useWizard();
  const [way, setWay] = useState<Way>("products");
  const begin = () => {
    if (demo) return;
    if (way === "products") go("products");
    else if (way === "orders") void finish("orders");
    else void fillDemo();
  };
  const phases: Readonly<Record<string, string>> = demoWords.phases;
  return (
    <StepForm title={start.title} lead={start.lead} onNext={begin} isBusy={demo !== undefined}>
      <Choices
        label={start.title}
        isLabelHidden
        look="cards"
        value={way}
        onChoose={setWay}
        choices={[
          {
            value: "products",
            label: start.products,
            detail: start.productsDetail,
            icon: <PackagePlus strokeWidth={1.75} aria-hidden="true" />,
          },
          {
            value: "orders",
            label: start.orders,
            detail: start.ordersDetail,
            icon: <Globe strokeWidth={1.75} aria-hidden="true" />,
          },
          {
            value: "demo",
            label: start.demo,
            detail: start.demoDetail,
            icon: <Sparkles strokeWidth={1.75} aria-hidden="true" />,
          },
        ]}
      />
      {demo && (
        <Progress
          label={phases[demo.phase] ?? demoWords.running}
          done={demo.done}
          total={demo.total}
          figure={
            demo.total > 0
              ? demoWords.figure(format.number(demo.done), format.number(demo.total))
              : ""
          }
        />
      )}
    </StepForm>
  );
}
