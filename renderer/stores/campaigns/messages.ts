import { create } from "zustand";
import type { AnyRefusal, Output, Params } from "../../rpc/answer.ts";
import { ask, askShell } from "../../rpc/client.ts";
import { type Campaign, useOffers } from "./offers.ts";

export type Messages = Output<"campaign.messages">;
export type MessageChannel = Params<"campaign.messages">["channel"];
export const messageChannels = ["zalo", "sms", "email"] as const;

type MessagesStore = {
  readonly shown: Campaign | undefined;
  readonly channel: MessageChannel;
  readonly template: string;
  /** Written without Vietnamese marks, which make an SMS cost more than twice as much. */
  readonly isWithoutMarks: boolean;
  readonly messages: Messages | undefined;
  readonly savedPath: string | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly open: (campaign: Campaign, template: string) => Promise<void>;
  readonly choose: (channel: MessageChannel) => Promise<void>;
  readonly type: (template: string) => Promise<void>;
  readonly leaveMarks: (isWithoutMarks: boolean) => Promise<void>;
  readonly save: (format: "csv" | "xlsx", suggestedName: string) => Promise<void>;
  readonly close: () => void;
};

let newestMessages = 0;

/** What is written to each person of a campaign, as it will be sent. */
export const useMessages = create<MessagesStore>()((set, get) => ({
  shown: undefined,
  channel: "zalo",
  template: "",
  isWithoutMarks: false,
  messages: undefined,
  savedPath: undefined,
  refusal: undefined,

  open: async (shown, template) => {
    const channel = shown.channel === "print" ? "zalo" : shown.channel;
    set({ shown, channel, template, messages: undefined, savedPath: undefined });
    useOffers.getState().go("messages");
    await get().type(template);
  },

  choose: async (channel) => {
    set({ channel });
    await get().type(get().template);
  },

  leaveMarks: async (isWithoutMarks) => {
    set({ isWithoutMarks });
    await get().type(get().template);
  },

  type: async (template) => {
    set({ template, savedPath: undefined, refusal: undefined });
    newestMessages += 1;
    const mine = newestMessages;
    const answer = await askMessages(get(), "json");
    if (mine !== newestMessages || !answer) return;
    if (answer.ok) set({ messages: answer.value });
    else set({ messages: undefined, refusal: answer.refusal });
  },

  save: async (format, suggestedName) => {
    const answer = await askMessages(get(), format);
    if (!answer) return;
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const { document, base64 } = answer.value;
    const content = base64 === undefined ? { text: document ?? "" } : { base64 };
    const saved = await askShell("shell.saveFile", { suggestedName, content });
    set({ savedPath: saved?.path });
  },

  close: () => {
    set({ shown: undefined, messages: undefined });
    useOffers.getState().go("overview");
  },
}));

type Asked = Pick<MessagesStore, "shown" | "channel" | "template" | "isWithoutMarks">;

const askMessages = (
  { shown, channel, template, isWithoutMarks }: Asked,
  format: Params<"campaign.messages">["format"],
) => {
  if (!shown || template.trim() === "") return undefined;
  const { campaignId } = shown;
  const withoutMarks = channel === "sms" && isWithoutMarks;
  const asked = { campaignId, channel, template, format, withoutMarks };
  return ask("campaign.messages", asked);
};
