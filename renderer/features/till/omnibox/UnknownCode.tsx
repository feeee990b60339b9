import { useState } from "react";
import { useSession } from "../../../stores/session.ts";
import { takesQuantity } from "../../../stores/till/basket.ts";
import { addNewProduct } from "../../../stores/till/newProduct.ts";
import { useOmnibox } from "../../../stores/till/omnibox.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choices } from "../../../ui/Choices.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useFocusFirst } from "../../../ui/useFocusFirst.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useScannedOver } from "../../../ui/useScannedOver.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Omnibox.module.css";

/** An entered code that nothing bears: whoever may add goods adds it here and sells on. */
export function UnknownCode({ code }: { readonly code: string }) {
  const role = useSession((state) => state.staff?.role);
  const refusal = useOmnibox((state) => state.refusal);
  const [isAdding, setIsAdding] = useState(false);
  // Goods may bear a number that reads as a coupon's code.
  const canBeGoods = !refusal || refusal.kind === "CouponUnknown";
  const canAdd = role !== "cashier" && canBeGoods;
  const clear = useOmnibox((state) => state.clear);
  useKeys({
    Escape: clear,
    Enter: isAdding || !canAdd ? undefined : () => setIsAdding(true),
  });
  return (
    <div className={styles.panel} data-testid="unknown-code">
      <div className={styles.unknown}>
        <Why code={code} hint={canAdd && !isAdding} />
        {isAdding && <NewProduct code={code} />}
        {canAdd && !isAdding && <AddKeys onAdd={() => setIsAdding(true)} />}
      </div>
    </div>
  );
}

/** That nothing bears the code; or that it is a slip's, and one letter of it is wrong. */
function Why({ code, hint }: { readonly code: string; readonly hint: boolean }) {
  const { till, refusals } = useWords();
  const format = useFormat();
  const refusal = useOmnibox((state) => state.refusal);
  return (
    <div role="alert">
      <h2>{refusal ? refusalText(refusal, refusals, format) : till.omnibox.unknownCode(code)}</h2>
      {refusal && <p>{code}</p>}
      {hint && <p>{till.omnibox.unknownHint}</p>}
    </div>
  );
}

function AddKeys({ onAdd }: { readonly onAdd: () => void }) {
  const words = useWords().till;
  const clear = useOmnibox((state) => state.clear);
  return (
    <div className={styles.actions}>
      <Button look="tea" keyName="Enter" onPress={onAdd}>
        {words.omnibox.addProduct}
      </Button>
      <Button look="quiet" keyName="Esc" onPress={clear}>
        {words.newProduct.cancel}
      </Button>
    </div>
  );
}

type Problems = Partial<Record<"name" | "price" | "soldBy", string | undefined>>;

/** What was typed of goods that nothing bears yet, and what they still need. */
const useNewProduct = (code: string) => {
  const { goods, refusals, payment, till } = useWords();
  const format = useFormat();
  const [name, setName] = useState("");
  const [price, setPrice] = useState("");
  const { clear, unknownQuantity } = useOmnibox();
  const isWhole = takesQuantity({ soldBy: "unit" }, unknownQuantity);
  const [soldBy, setSoldBy] = useState<"unit" | "weight">(isWhole ? "unit" : "weight");
  const [problems, setProblems] = useState<Problems>({});
  const { missing } = goods.problems;
  const save = async () => {
    const priceMinor = format.readMoney(price);
    if (priceMinor === undefined || name.trim() === "") {
      const priceProblem = price.trim() === "" ? missing.price : payment.unreadable;
      setProblems({
        ...(name.trim() === "" && { name: missing.name }),
        ...(priceMinor === undefined && { price: priceProblem }),
      });
      return;
    }
    if (soldBy === "unit" && !isWhole) {
      const asked = format.quantity(unknownQuantity?.quantityMilli ?? 0);
      setProblems({ soldBy: till.omnibox.wholePieces(name.trim(), asked) });
      return;
    }
    const product = { barcode: code, name, priceMinor, soldBy };
    const refusal = await addNewProduct(product, unknownQuantity);
    if (refusal) setProblems({ price: refusalText(refusal, refusals, format) });
    else clear();
  };
  const restore = (before: Readonly<{ name: string; price: string }>) => {
    setName(before.name);
    setPrice(before.price);
  };
  return { name, setName, price, setPrice, soldBy, setSoldBy, problems, save, clear, restore };
};

function NewProduct({ code }: { readonly code: string }) {
  const { till } = useWords();
  const draft = useNewProduct(code);
  const { name, setName, price, setPrice, soldBy, setSoldBy, problems, save, clear } = draft;
  const first = useFocusFirst<HTMLInputElement>();
  const [scanned, setScanned] = useState<string>();
  // It would take the place of these goods in the line where both are found.
  const press = useScannedOver({
    typed: { name, price },
    restore: draft.restore,
    onScan: setScanned,
  });
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        ref={first}
        label={till.newProduct.name}
        value={name}
        onType={setName}
        maxLength={200}
        isRequired
        problem={problems.name}
      />
      <Field
        label={till.newProduct.price}
        value={price}
        onType={setPrice}
        inputMode="decimal"
        isFigure
        isRequired
        problem={problems.price}
      />
      <div className={styles.wide}>
        <Choices
          label={till.newProduct.title}
          isLabelHidden
          value={soldBy}
          onChoose={setSoldBy}
          choices={[
            { value: "unit", label: till.newProduct.soldByUnit },
            { value: "weight", label: till.newProduct.soldByWeight },
          ]}
        />
        {problems.soldBy !== undefined && <Notice isAlert>{problems.soldBy}</Notice>}
      </div>
      {scanned !== undefined && (
        <Notice isAlert className={styles.wide}>
          {till.newProduct.scannedMeanwhile(scanned)}
        </Notice>
      )}
      <div className={`${styles.actions} ${styles.wide}`}>
        <Button submits look="tea" keyName="Enter">
          {till.newProduct.save}
        </Button>
        <Button look="quiet" keyName="Esc" onPress={clear}>
          {till.newProduct.cancel}
        </Button>
      </div>
    </form>
  );
}
