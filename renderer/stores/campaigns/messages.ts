import { create } from "zustand";
import type { AnyRefusal, Output, PaperOutcome, Params } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { isUnderWay, saveTable } from "../paper.ts";
import { type Delivered, useOffers } from "./offers.ts";

export type Messages = Output<"campaign.messages">;
export type MessageChannel = Params<"campaign.messages">["channel"];
export const messageChannels = ["zalo", "sms", "email"] as const;

type MessagesStore = {
  readonly shown: Delivered | undefined;
  /** What issuing its coupons came to just now. */
  readonly issued: Output<"campaign.issue"> | undefined;
  readonly channel: MessageChannel;
  /** In the shop's own language; what it begins with comes with the first answer. */
  readonly template: string;
  /** Written without Vietnamese marks, which make an SMS cost more than twice as much. */
  readonly isWithoutMarks: boolean;
  /** What the engine has of it; `undefined` until it has answered. */
  readonly kept: string | undefined;
  readonly messages: Messages | undefined;
  /** Which of the messages is read. */
  readonly at: number;
  readonly outcome: PaperOutcome | undefined;
  readonly refusal: AnyRefusal | undefined;
  /** What was not kept when the person wanted to leave, who then knows it: left again, it is given up. */
  readonly unkept: string | undefined;
  readonly open: (campaign: Delivered, issued?: Output<"campaign.issue">) => Promise<void>;
  readonly choose: (channel: MessageChannel) => Promise<void>;
  readonly type: (template: string) => Promise<void>;
  /** For the next time, once the person is done with it for now; false where it was not kept. */
  readonly keep: () => Promise<boolean>;
  readonly turn: (step: 1 | -1) => void;
  readonly leaveMarks: (isWithoutMarks: boolean) => Promise<void>;
  readonly save: (format: "csv" | "xlsx", suggestedName: string) => Promise<void>;
  /** Stays where what was written could not be kept, and says so, the first time. */
  readonly close: () => Promise<void>;
};

let newestMessages = 0;

/** What is written to each person of a campaign, as it will be sent. */
export const useMessages = create<MessagesStore>()((set, get) => ({
  shown: undefined,
  issued: undefined,
  channel: "zalo",
  template: "",
  isWithoutMarks: false,
  kept: undefined,
  messages: undefined,
  at: 0,
  outcome: undefined,
  refusal: undefined,
  unkept: undefined,

  open: async (shown, issued) => {
    const channel = shown.channel === "print" ? "zalo" : shown.channel;
    set({ shown, issued, channel, template: "", kept: undefined, messages: undefined, at: 0 });
    set({ unkept: undefined });
    useOffers.getState().go("messages");
    await read(askMessages(get(), "json"));
  },

  choose: async (channel) => {
    set({ channel, at: 0 });
    await get().type(get().template);
  },

  leaveMarks: async (isWithoutMarks) => {
    set({ isWithoutMarks });
    await get().type(get().template);
  },

  type: async (template) => {
    set({ template });
    await read(askMessages(get(), "json"));
  },

  keep: async () => {
    const { shown, template, kept } = get();
    const message = template.trim();
    if (!shown || message === "" || message === kept?.trim()) return true;
    const answer = await tell("campaign.keepWords", { campaignId: shown.campaignId, message });
    // Closed meanwhile, and perhaps opened for another campaign.
    if (get().shown === shown && get().template === template) {
      set(answer.ok ? { kept: template, refusal: undefined } : { refusal: answer.refusal });
    }
    return answer.ok;
  },

  turn: (step) =>
    set(({ at, messages }) => {
      const last = (messages?.messages.length ?? 1) - 1;
      return { at: Math.min(Math.max(0, last), Math.max(0, at + step)) };
    }),

  save: async (format, suggestedName) => {
    const { shown, messages, outcome: before } = get();
    const asked = messages?.count && !isUnderWay(before) ? askMessages(get(), format) : undefined;
    if (!asked) return;
    set({ outcome: { kind: "saving" } });
    void get().keep();
    const answer = await asked;
    const told = answer.ok
      ? { outcome: await saveTable(answer.value, suggestedName) }
      : { outcome: undefined, refusal: answer.refusal };
    // Of other messages, opened meanwhile, nothing is said.
    if (get().shown === shown) set(told);
  },

  close: async () => {
    const { shown, template, unkept } = get();
    const mayLeave = template === unkept || (await get().keep());
    if (get().shown !== shown || get().template !== template) return;
    if (!mayLeave) {
      set({ unkept: template });
      return;
    }
    set({ shown: undefined, issued: undefined, messages: undefined });
    useOffers.getState().go("overview");
  },
}));

/** Shows what comes of `asked`, unless something newer was asked meanwhile. */
const read = async (asked: ReturnType<typeof askMessages>): Promise<void> => {
  useMessages.setState({ outcome: undefined, refusal: undefined });
  newestMessages += 1;
  const mine = newestMessages;
  const answer = await asked;
  if (mine !== newestMessages || !answer) return;
  if (answer.ok) useMessages.setState(readOf(answer.value));
  else useMessages.setState({ messages: undefined, refusal: answer.refusal });
};

/** The words that the shop begins with come with the first messages, where nobody has written any. */
const readOf = (messages: Messages): Partial<MessagesStore> => {
  const { template, kept } = useMessages.getState();
  const isFirst = kept === undefined && template.trim() === "";
  return isFirst
    ? { messages, template: messages.template, kept: messages.template }
    : { messages };
};

type Asked = Pick<MessagesStore, "shown" | "channel" | "template" | "isWithoutMarks" | "kept">;

/** An emptied message asks nothing; before the first answer an empty one asks for the shop's words. */
const askMessages = (
  { shown, channel, template: typed, isWithoutMarks, kept }: Asked,
  format: Params<"campaign.messages">["format"],
) => {
  const template = typed.trim() === "" ? undefined : typed;
  if (!shown || (template === undefined && kept !== undefined)) return undefined;
  const { campaignId } = shown;
  const withoutMarks = channel === "sms" && isWithoutMarks;
  const asked = { campaignId, channel, format, withoutMarks };
  return ask("campaign.messages", template === undefined ? asked : { ...asked, template });
};
