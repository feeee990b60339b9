import type { ListedCoupon } from "../../../stores/campaigns/codeSearch.ts";
import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Button } from "../../../ui/Button.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CouponList.module.css";

/** The engine takes no more at once. */
const MOST = 500;

/** Puts those that were found, and no others, on the pages: for who lost their slip. */
export function OnlyFound({ found }: { readonly found: readonly ListedCoupon[] }) {
  const { list: words } = useWords().campaigns;
  const { number } = useFormat();
  const { list, codes, arrange } = useCoupons();
  if (codes) {
    return (
      <div className={styles.more}>
        <Button size="small" onPress={() => void arrange({ codes: undefined })} testId="print-all">
          {words.printAll}
        </Button>
        <small role="status">{words.onlyOnPaper(number(codes.length))}</small>
      </div>
    );
  }
  const open = found.flatMap(({ code, state }) => (state === "issued" ? code : []));
  const isPart = found.length < (list?.coupons.length ?? 0);
  if (!isPart || open.length === 0 || open.length > MOST) return null;
  return (
    <div className={styles.more}>
      <Button size="small" onPress={() => void arrange({ codes: open })} testId="print-found">
        {words.printFound(number(open.length))}
      </Button>
    </div>
  );
}
