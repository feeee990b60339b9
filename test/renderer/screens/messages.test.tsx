import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { unknownPlaceholders } from "../../../shared/domain/message/messageText.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { messages } from "../fake/fakeRehearsal.ts";
import { firstOf, openBuilder, openOffers } from "../openOffers.tsx";
import { settled } from "../openWindow.tsx";

test("a message is read with a real name, and placeholders are put in where the text stands", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-messages"));
  const example = await screen.findByTestId("example");
  expect(example).toHaveTextContent("Hà ơi, Tạp hoá Mi tặng bạn");
  expect(screen.getByTestId("figure-noConsent")).toHaveTextContent("72");
  await user.click(screen.getByRole("button", { name: "số cửa hàng" }));
  await waitFor(() =>
    expect(bridge.callsOf("campaign.messages").at(-1)).toMatchObject({
      channel: "zalo",
      template: expect.stringMatching(/\{phone\}$/u),
      format: "json",
    }),
  );
});

test("placeholders put in one after the other stand so, in the middle of the text too", async () => {
  const { user } = await openOffers({
    "campaign.messages": ({ template = "Chào , mời ghé" }) => ({ ...messages, template }),
  });
  await user.click(await firstOf("open-messages"));
  const area = await screen.findByTestId("template");
  await waitFor(() => expect(area).toHaveValue("Chào , mời ghé"));
  await user.type(area, " ", { initialSelectionStart: 5, initialSelectionEnd: 5 });
  await user.click(screen.getByRole("button", { name: "tên gọi" }));
  await user.click(screen.getByRole("button", { name: "mã phiếu" }));
  expect(area).toHaveValue("Chào  {givenName}{code}, mời ghé");
});

test("an SMS tells what marks cost, and the list is saved as a workbook", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-messages"));
  await user.click(await screen.findByLabelText("SMS"));
  expect(
    await screen.findByText("Có dấu hết 251 tin SMS, không dấu chỉ 142 tin."),
  ).toBeInTheDocument();
  await user.click(screen.getByLabelText("khong dau"));
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/^Đã lưu ở .+\.xlsx/u)).toBeInTheDocument();
  expect(bridge.callsOf("shell.saveFile")).toMatchObject([{ content: { base64: "UEsDBA==" } }]);
  expect(bridge.callsOf("campaign.messages").at(-1)).toMatchObject({
    channel: "sms",
    withoutMarks: true,
    format: "xlsx",
  });
});

test("an SMS that costs as much without marks does not say that it costs less", async () => {
  const { partsInAll, longest } = messages;
  const { user } = await openOffers({
    "campaign.messages": () => ({ ...messages, unmarked: { partsInAll, longest } }),
  });
  await user.click(await firstOf("open-messages"));
  await user.click(await screen.findByLabelText("SMS"));
  expect(await screen.findByLabelText("khong dau")).toBeInTheDocument();
  await settled();
  expect(screen.queryByText(/không dấu chỉ/u)).toBeNull();
});

test("no table is saved of messages that nobody has seen yet, nor of none", async () => {
  const { handler, answer } = slowFirstMessages();
  const { user, bridge } = await openOffers({ "campaign.messages": handler });
  await user.click(await firstOf("open-messages"));
  await user.keyboard("{Control>}s{/Control}");
  answer();
  expect(await screen.findByTestId("example")).toBeInTheDocument();
  bridge.answer({ "campaign.messages": () => ({ ...messages, messages: [], count: 0 }) });
  await user.click(screen.getByLabelText("SMS"));
  await waitFor(() => expect(screen.queryByTestId("example")).toBeNull());
  await user.keyboard("{Control>}s{/Control}");
  expect(bridge.callsOf("shell.saveFile")).toEqual([]);
});

test("a placeholder that nobody fills is named", async () => {
  const { user } = await openOffers({
    "campaign.messages": ({ template = "Bớt {discount} nhé" }) => ({
      ...messages,
      template,
      unknownPlaceholders: [...unknownPlaceholders(template)],
    }),
  });
  await user.click(await firstOf("open-messages"));
  expect(await screen.findByText(/Quen không biết \{discount\};/u)).toBeInTheDocument();
});

test("what was written is kept once the person is done with it, and comes again", async () => {
  let kept: string | undefined;
  const { user, bridge } = await openOffers({
    "campaign.messages": ({ template = kept ?? "Xin chào {code}" }) => ({ ...messages, template }),
    "campaign.keepWords": ({ message }) => {
      kept = message;
      return {};
    },
  });
  await user.click(await firstOf("open-messages"));
  await waitFor(() => expect(screen.getByTestId("template")).toHaveValue("Xin chào {code}"));
  await user.type(screen.getByTestId("template"), " nhé");
  expect(bridge.callsOf("campaign.keepWords")).toEqual([]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(kept).toBe("Xin chào {code} nhé"));
  await user.click(await firstOf("open-messages"));
  await waitFor(() => expect(screen.getByTestId("template")).toHaveValue("Xin chào {code} nhé"));
  await user.keyboard("{Escape}");
  expect(bridge.callsOf("campaign.keepWords")).toHaveLength(1);
});

test("what could not be kept is not left without a word, and is there to be kept again", async () => {
  let isGone = true;
  const { user, bridge } = await openOffers({
    "campaign.keepWords": () => (isGone ? refuse({ kind: "CampaignUnknown" }) : {}),
  });
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  await user.type(screen.getByTestId("template"), " nhé");
  await user.keyboard("{Escape}");
  expect(await screen.findByText(/Lời nhắn vừa viết chưa được giữ/u)).toBeVisible();
  expect(screen.getByTestId<HTMLTextAreaElement>("template").value).toMatch(/ nhé$/u);
  isGone = false;
  await user.type(screen.getByTestId("template"), " em");
  await user.keyboard("{Escape}");
  await screen.findByTestId("campaigns");
  expect(bridge.callsOf("campaign.keepWords").at(-1)).toMatchObject({
    message: expect.stringMatching(/ nhé em$/u),
  });
});

test("what can never be kept holds nobody on the page: left once more, it is given up", async () => {
  const { user } = await openOffers({
    "campaign.keepWords": () => refuse({ kind: "CampaignUnknown" }),
  });
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  await user.type(screen.getByTestId("template"), " nhé");
  await user.keyboard("{Escape}");
  await screen.findByText(/chưa được giữ/u);
  await user.keyboard("{Escape}");
  expect(await screen.findByTestId("campaigns")).toBeVisible();
});

test("what was written is kept by whoever goes to another place in the middle of it", async () => {
  const { user, bridge } = await openOffers({ "campaign.keepWords": () => ({}) });
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  await user.type(screen.getByTestId("template"), " nhé");
  await user.keyboard("{Alt>}1{/Alt}");
  await waitFor(() => expect(bridge.callsOf("campaign.keepWords")).toHaveLength(1));
});

test("what a locked till would not keep is kept on coming back, and no refusal is left", async () => {
  let isLocked = true;
  const { user, bridge } = await openOffers({
    "campaign.keepWords": () => (isLocked ? refuse({ kind: "NotSignedIn" }) : {}),
  });
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  await user.type(screen.getByTestId("template"), " nhé");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByTestId("sign-in");
  await settled();
  isLocked = false;
  await user.keyboard("2580{Enter}");
  await screen.findByTestId("messages");
  await waitFor(() => expect(bridge.callsOf("campaign.keepWords")).toHaveLength(2));
  await waitFor(() => expect(screen.queryByText(/^Cần nhập mã PIN/u)).toBeNull());
  expect(screen.getByTestId<HTMLTextAreaElement>("template").value).toMatch(/ nhé$/u);
});

test("the messages are read one person after the other", async () => {
  const { user } = await openOffers();
  await user.click(await firstOf("open-messages"));
  const example = await screen.findByTestId("example");
  const [first, second] = messages.messages;
  expect(example).toHaveTextContent(first?.customerName ?? "");
  expect(screen.getByTestId("message-before")).toBeDisabled();
  await user.click(screen.getByTestId("message-after"));
  expect(example).toHaveTextContent(second?.text ?? "");
  expect(example).toHaveTextContent(`2 / ${messages.messages.length}`);
  await user.click(screen.getByTestId("message-before"));
  expect(example).toHaveTextContent(first?.text ?? "");
});

/** Answers the first question only when told to, as an engine with many people does. */
const slowFirstMessages = () => {
  let answer = () => {};
  const waited = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = 0;
  const handler = async ({ template = "Xin chào {code}" }: { template?: string | undefined }) => {
    asked += 1;
    if (asked === 1) await waited;
    return { ...messages, template };
  };
  return { handler, answer };
};

test("a way chosen before the messages are there does not leave the page without its words", async () => {
  const { handler, answer } = slowFirstMessages();
  const { user } = await openOffers({ "campaign.messages": handler });
  await user.click(await firstOf("open-messages"));
  await user.click(await screen.findByLabelText("SMS"));
  await waitFor(() => expect(screen.getByTestId("template")).toHaveValue("Xin chào {code}"));
  answer();
  expect(await screen.findByTestId("example")).toBeInTheDocument();
});

test("what is typed before the messages are there is kept as well", async () => {
  const { handler, answer } = slowFirstMessages();
  const { user, bridge } = await openOffers({ "campaign.messages": handler });
  await user.click(await firstOf("open-messages"));
  await user.type(await screen.findByTestId("template"), "Chào bạn");
  answer();
  await user.keyboard("{Escape}");
  await waitFor(() =>
    expect(bridge.callsOf("campaign.keepWords")).toMatchObject([{ message: "Chào bạn" }]),
  );
});

test("messages that could not be saved say why", async () => {
  const { user } = await openOffers({ "shell.saveFile": () => ({ why: "not-allowed" }) });
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/Quen không được ghi vào đó/u)).toBeVisible();
});

test("a campaign that goes out by Zalo shows its messages once it is issued, not sheets of paper", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.click(screen.getByLabelText("Zalo"));
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByTestId("messages")).toHaveTextContent("Tin nhắn: Nhớ bạn");
  expect(screen.getByLabelText("Zalo")).toBeChecked();
  expect(screen.getByTestId("figure-heldOut")).toHaveTextContent("24");
  await user.keyboard("{Escape}");
  await user.click(await firstOf("open-messages"));
  await screen.findByTestId("example");
  expect(screen.queryByTestId("figure-heldOut")).not.toBeInTheDocument();
});
