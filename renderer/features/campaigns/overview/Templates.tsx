import {
  Cake,
  CalendarClock,
  Flower2,
  type LucideIcon,
  MoonStar,
  PackageCheck,
  RotateCcw,
  ShoppingCart,
  Sparkles,
  Tag,
} from "lucide-react";
import { useBuilder } from "../../../stores/campaigns/builder.ts";
import type { Template } from "../../../stores/campaigns/campaignDraft.ts";
import { useOffers } from "../../../stores/campaigns/offers.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Overview.module.css";

const iconByTemplate: Readonly<Record<Template["template"], LucideIcon>> = {
  birthday: Cake,
  lapsed: CalendarClock,
  "points-expiring": Sparkles,
  "win-back": RotateCcw,
  "back-in-stock": PackageCheck,
  tet: Flower2,
  "mid-autumn": MoonStar,
  "black-friday": Tag,
  "cart-left": ShoppingCart,
};

/** Occasions that suit just now, each with its reason: a draft begins from there. */
export function Templates() {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const templates = useOffers((offers) => offers.templates);
  const start = useBuilder((builder) => builder.start);
  if (templates.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.templates}</h2>
      <ArrowGroup className={styles.templates} label={words.templates} testId="templates">
        {templates.map((template) => {
          const Icon = iconByTemplate[template.template];
          return (
            <button
              key={template.template}
              type="button"
              className={styles.template}
              data-testid={`template-${template.template}`}
              onClick={() => start({ template, write: format })}
            >
              <Icon strokeWidth={1.75} aria-hidden="true" />
              <span>
                <b>{template.name}</b>
                <small>{template.why}</small>
              </span>
            </button>
          );
        })}
      </ArrowGroup>
    </section>
  );
}
