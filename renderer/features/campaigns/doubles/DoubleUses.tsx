import { TicketCheck } from "lucide-react";
import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import {
  type CouponUse,
  type DoubleUsed,
  useDoubleUses,
} from "../../../stores/campaigns/doubleUses.ts";
import { usePlace } from "../../../stores/place.ts";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./DoubleUses.module.css";

/** Codes that were used more than once: whose they are, on which receipts, and what that cost. */
export function DoubleUses() {
  const { campaigns } = useWords();
  const words = campaigns.doubles;
  const { campaign, codes, refusal, close } = useDoubleUses();
  useKeys({ Escape: close });
  return (
    <Page
      title={words.title}
      lead={campaign ? `${campaign.name}. ${words.lead}` : words.lead}
      testId="double-uses"
      actions={
        <Button look="quiet" keyName="Esc" onPress={close}>
          {campaigns.back}
        </Button>
      }
    >
      <RefusalNotice refusal={refusal} />
      {codes?.length === 0 && (
        <Empty icon={<TicketCheck strokeWidth={1.75} />} title={words.none} />
      )}
      <ul className={styles.codes}>
        {codes?.map((used) => (
          <UsedCode key={used.code} used={used} />
        ))}
      </ul>
    </Page>
  );
}

function UsedCode({ used }: { readonly used: DoubleUsed }) {
  const { doubles: words } = useWords().campaigns;
  const format = useFormat();
  const openCustomer = usePlace((place) => place.openCustomer);
  const { code, customerId, customerName, campaignName, costMinor, uses } = used;
  return (
    <li className={styles.code} data-testid="double-use">
      <div className={styles.head}>
        <h2>{showCouponCode(code)}</h2>
        <b>{words.cost(format.money(costMinor))}</b>
      </div>
      <div className={styles.whose}>
        <span>{campaignName}</span>
        <Button size="small" look="quiet" onPress={() => openCustomer(customerId)}>
          {customerName}
        </Button>
      </div>
      <ol className={styles.uses}>
        {uses.map((use) => (
          <Use key={`${use.atMs} ${use.sale?.saleId}`} use={use} />
        ))}
      </ol>
    </li>
  );
}

function Use({ use: { atMs, isAgain, sale } }: { readonly use: CouponUse }) {
  const { doubles: words } = useWords().campaigns;
  const format = useFormat();
  const openReceipt = useDoubleUses((doubles) => doubles.openReceipt);
  return (
    <li className={isAgain ? styles.again : undefined}>
      <span>{isAgain ? words.again : words.first}</span>
      <span>{format.dayTime(atMs)}</span>
      {sale ? (
        <>
          <span>{words.at(sale.register, sale.staffName)}</span>
          <span className={styles.figure}>{format.money(-sale.discountMinor)}</span>
          <Button size="small" onPress={() => openReceipt(sale.saleId)}>
            {sale.receiptNumber}
          </Button>
        </>
      ) : (
        <span className={styles.gone}>{words.replaced}</span>
      )}
    </li>
  );
}
