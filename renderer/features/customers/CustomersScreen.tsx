import { UserRoundSearch } from "lucide-react";
import { useEffect } from "react";
import { useCustomers } from "../../stores/customers.ts";
import { usePlace } from "../../stores/place.ts";
import { useBasket } from "../../stores/till/basket.ts";
import { Empty } from "../../ui/Empty.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { About } from "./About.tsx";
import { Consents } from "./Consents.tsx";
import { Coupons } from "./Coupons.tsx";
import styles from "./Customers.module.css";
import { Identities } from "./Identities.tsx";
import { Ledger } from "./Ledger.tsx";
import { PersonHead } from "./PersonHead.tsx";
import { PersonList } from "./PersonList.tsx";
import { Refused } from "./Refused.tsx";
import { Timeline } from "./Timeline.tsx";

/** Everybody the shop knows at the left, one of them at the right. */
export function CustomersScreen() {
  const customerId = usePlace((state) => state.customerId);
  const open = useCustomers((state) => state.open);
  const search = useCustomers((state) => state.search);
  useEffect(() => void open(customerId), [open, customerId]);
  useEffect(() => void search(useCustomers.getState().text), [search]);
  return (
    <main className={styles.screen} data-testid="customers">
      <PersonList />
      <Person />
    </main>
  );
}

function Person() {
  const { customers: words } = useWords();
  const { profile, refusal } = useCustomers();
  const go = usePlace((state) => state.go);
  const attach = useBasket((basket) => basket.attach);
  const customerId = profile?.customer.customerId;
  const toTill = () => {
    if (customerId === undefined) return;
    attach(customerId);
    go("till");
  };
  useKeys({ F2: toTill, Escape: () => go("till") });
  return (
    <section className={styles.person} aria-label={words.profile}>
      <RefusalNotice refusal={refusal} className={styles.notice} testId="customer-problem" />
      {profile ? (
        <div key={customerId} className={styles.profile} data-testid="profile">
          <PersonHead profile={profile} onTill={toTill} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <Coupons profile={profile} />
              <Timeline profile={profile} />
              <Ledger />
            </div>
            <div className={styles.column}>
              <About profile={profile} />
              <Identities profile={profile} />
              <Consents profile={profile} />
              <Refused profile={profile} />
            </div>
          </div>
        </div>
      ) : (
        <Empty icon={<UserRoundSearch strokeWidth={1.75} />} title={words.choose}>
          {words.chooseHint}
        </Empty>
      )}
    </section>
  );
}
