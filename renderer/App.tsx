import { type ReactNode, useEffect } from "react";
import { CampaignsScreen } from "./features/campaigns/CampaignsScreen.tsx";
import { CustomersScreen } from "./features/customers/CustomersScreen.tsx";
import { GoodsScreen } from "./features/goods/GoodsScreen.tsx";
import { OrdersScreen } from "./features/orders/OrdersScreen.tsx";
import { QualityPage } from "./features/results/QualityPage.tsx";
import { ResultsPage } from "./features/results/ResultsPage.tsx";
import { SettingsScreen } from "./features/settings/SettingsScreen.tsx";
import { Opening } from "./features/shell/Opening.tsx";
import { Restored } from "./features/shell/Restored.tsx";
import { Shell } from "./features/shell/Shell.tsx";
import { useLook } from "./features/shell/useLook.ts";
import { SignIn } from "./features/signin/SignIn.tsx";
import { Omnibox } from "./features/till/omnibox/Omnibox.tsx";
import { TillScreen } from "./features/till/TillScreen.tsx";
import { Wizard } from "./features/wizard/Wizard.tsx";
import { keepApartByStaff } from "./stores/handOver.ts";
import { keepApartByShop } from "./stores/keptOfShop.ts";
import { type Place, usePlace } from "./stores/place.ts";
import { useSession } from "./stores/session.ts";
import { useSettings } from "./stores/settings.ts";
import { useWizard } from "./stores/wizard.ts";
import { WordsProvider } from "./words/WordsContext.tsx";

/** The whole window, in the language and the figures of the shop. */
export function App() {
  const locale = useSettings((settings) => settings.locale);
  const shop = useSession((session) => session.shop);
  const draft = useWizard((wizard) => wizard.draft);
  const start = useSession((session) => session.start);
  useEffect(() => {
    const ends = [keepApartByShop(), keepApartByStaff()];
    start();
    return () => {
      for (const end of ends) end();
    };
  }, [start]);
  useLook();
  return (
    <WordsProvider
      locale={locale}
      currency={shop?.currency ?? draft.currency}
      timezone={shop?.timezone ?? draft.timezone}
    >
      <Phase />
    </WordsProvider>
  );
}

function Phase() {
  const phase = useSession((session) => session.phase);
  const place = usePlace((state) => state.place);
  switch (phase) {
    case "starting":
    case "failed":
      return <Opening />;
    case "wizard":
      return <Wizard />;
    case "restored":
      return <Restored />;
    case "sign-in":
      return <SignIn />;
    case "open":
      return <Shell omnibox={<Omnibox />}>{screens[place]}</Shell>;
  }
}

const screens: Readonly<Record<Place, ReactNode>> = {
  till: <TillScreen />,
  customers: <CustomersScreen />,
  orders: <OrdersScreen />,
  campaigns: <CampaignsScreen results={<ResultsPage />} quality={<QualityPage />} />,
  goods: <GoodsScreen />,
  settings: <SettingsScreen />,
};
