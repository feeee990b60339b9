import { useMemo, useState } from "react";
import { couponsFound, type ListedCoupon } from "../../../stores/campaigns/codeSearch.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CouponList.module.css";

/** As many as are drawn at once: a list of thousands would hold up the page. */
const CODES_A_STEP = 200;

/** Some of `coupons`, by a bit of a code or a name, so many at a time. */
export const useCodeSearch = (coupons: readonly ListedCoupon[]) => {
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(CODES_A_STEP);
  const found = useMemo(() => couponsFound(coupons, typed), [coupons, typed]);
  const type = (text: string) => {
    setTyped(text);
    setMost(CODES_A_STEP);
  };
  const showMore = () => setMost(most + CODES_A_STEP);
  return { typed, type, found, shown: found.slice(0, most), showMore };
};

type CodeSearchProps = { readonly search: ReturnType<typeof useCodeSearch> };

export function CodeSearch({ search: { typed, type, found, shown } }: CodeSearchProps) {
  const { list: words } = useWords().campaigns;
  const { number } = useFormat();
  const isCut = shown.length < found.length;
  return (
    <div className={styles.search}>
      <Field label={words.find} value={typed} onType={type} testId="find-coupon" />
      <p role="status" data-testid="coupons-found">
        {isCut
          ? words.shownOf(number(shown.length), number(found.length))
          : words.found(number(found.length))}
      </p>
    </div>
  );
}

export function MoreCodes({ search: { found, shown, showMore } }: CodeSearchProps) {
  const { campaigns, shell } = useWords();
  const { list: words } = campaigns;
  const { number } = useFormat();
  if (shown.length >= found.length) return null;
  return (
    <div className={styles.more}>
      <Button size="small" onPress={showMore} testId="more-coupons">
        {shell.showMore}
      </Button>
      <small>{words.shownOf(number(shown.length), number(found.length))}</small>
    </div>
  );
}
