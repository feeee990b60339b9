import { type BuilderStep, useBuilder } from "../../../stores/campaigns/builder.ts";
import {
  type CampaignDraft,
  type DraftProblem,
  draftProblems,
} from "../../../stores/campaigns/campaignDraft.ts";
import { readCount } from "../../../stores/campaigns/typedFigures.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

type TextField = {
  [K in keyof CampaignDraft]: CampaignDraft[K] extends string
    ? string extends CampaignDraft[K]
      ? K
      : never
    : never;
}[keyof CampaignDraft];

/** Where a part of the draft is asked for. */
export const partsOfStep: Readonly<Record<BuilderStep, readonly DraftProblem[]>> = {
  who: ["rows"],
  what: ["offer", "otherOffer"],
  when: ["name", "fromDay", "toDay", "uses", "most", "budget", "validDays", "minimumSale"],
  rehearsal: [],
};

/** The draft with what a field needs: its text, what typing does, and what is wrong with it. */
export const useDraft = () => {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const { draft, fill, hasTried } = useBuilder();
  const problems = hasTried ? draftProblems(draft, format.readMoney) : [];
  const problemOf = (name: TextField) => {
    const typed = draft[name];
    if (typed.trim() === "") return builder.required;
    if (name === "toDay") return builder.endsBefore;
    if (name === "uses" || name === "validDays") {
      return readCount(typed) === undefined ? builder.unreadable : builder.bounds[name];
    }
    const read = name === "most" ? readCount(typed) : format.readMoney(typed);
    return read === 0 ? builder.bounds.nothing : builder.unreadable;
  };
  const field = (name: TextField) => ({
    value: draft[name],
    onType: (text: string) => fill({ [name]: text }),
    problem: problems.includes(name) ? problemOf(name) : undefined,
  });
  const count = (name: TextField) => ({
    ...field(name),
    inputMode: "numeric" as const,
    isFigure: true,
  });
  const money = (name: TextField) => ({
    ...field(name),
    onType: (text: string) => fill({ [name]: format.asTyped(text) }),
    inputMode: "decimal" as const,
    isFigure: true,
  });
  return { draft, change: fill, problems, field, count, money };
};
