import type { CampaignDraft, DraftProblem } from "../../stores/campaignDraft.ts";
import { useCampaigns } from "../../stores/campaigns.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";

type TextField = {
  [K in keyof CampaignDraft]: CampaignDraft[K] extends string
    ? string extends CampaignDraft[K]
      ? K
      : never
    : never;
}[keyof CampaignDraft];

/** The draft with what a field needs: its text, what typing does, and what is wrong with it. */
export const useDraft = (problems: readonly DraftProblem[]) => {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const { draft, fill } = useCampaigns();
  const change = (part: Partial<CampaignDraft>) => fill(part, format.readMoney);
  const problemOf = (name: TextField) =>
    draft[name].trim() === "" ? builder.required : builder.unreadable;
  const field = (name: TextField) => ({
    value: draft[name],
    onType: (text: string) => change({ [name]: text }),
    problem: problems.includes(name) ? problemOf(name) : undefined,
  });
  const money = (name: TextField) => ({
    ...field(name),
    onType: (text: string) => change({ [name]: format.asTyped(text) }),
    inputMode: "decimal" as const,
    isFigure: true,
  });
  return { draft, change, field, money };
};
