import { useEffect } from "react";
import { useSettings } from "../../stores/settings.ts";

/** Gives the page its theme, density and language; follows the system where that was chosen. */
export const useLook = (): void => {
  const { theme, density, locale } = useSettings();
  useEffect(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const isDark = theme === "dark" || (theme === "system" && dark.matches);
      Object.assign(document.documentElement.dataset, {
        theme: isDark ? "dark" : "light",
        density,
      });
      document.documentElement.lang = locale;
    };
    apply();
    dark.addEventListener("change", apply);
    return () => dark.removeEventListener("change", apply);
  }, [theme, density, locale]);
};
