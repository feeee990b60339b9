import { useEffect } from "react";
import { usePlace } from "../../stores/place.ts";
import { useSafety } from "../../stores/safety.ts";
import { useSession } from "../../stores/session.ts";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { AboutQuen } from "./AboutQuen.tsx";
import { Look } from "./Look.tsx";
import { Safety } from "./Safety.tsx";
import styles from "./Settings.module.css";
import { ShopRules } from "./ShopRules.tsx";
import { StaffPart } from "./StaffPart.tsx";

/** Few settings, each of which somebody needs. */
export function SettingsScreen() {
  const { settings } = useWords();
  const { load, refusal } = useSafety();
  const role = useSession((session) => session.staff?.role);
  const go = usePlace((state) => state.go);
  useEffect(() => void load(), [load]);
  useKeys({ Escape: () => go("till") });
  return (
    <Page title={settings.title} lead={settings.lead} testId="settings">
      <RefusalNotice refusal={refusal} className={styles.notice} />
      <div className={styles.settings}>
        <Look />
        {role !== "cashier" && <Safety />}
        {role === "owner" && <ShopRules />}
        {role === "owner" && <StaffPart />}
        <AboutQuen />
      </div>
    </Page>
  );
}
