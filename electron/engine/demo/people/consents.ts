import type { DemoConsent } from "../plan.ts";
import type { Random } from "../random.ts";

/** Most let the shop remember what they buy; about half take news on paper or Zalo; some refuse all. */
export const demoConsents = (random: Random, hasEmail: boolean): readonly DemoConsent[] => {
  if (random.chance(0.09)) return [];
  const channels = marketing.filter(
    ({ channel, share }) => (channel !== "email" || hasEmail) && random.chance(share),
  );
  const consents = [
    ...(random.chance(0.92) ? [personalization] : []),
    ...channels.map(({ channel }) => marketingBy(channel)),
  ];
  const last = consents[consents.length - 1];
  const regretted = random.chance(0.03) ? last : undefined;
  return regretted ? [...consents, withdrawn(regretted)] : consents;
};

/** What a faithful customer has signed, for the one whom the demo looks up. */
export const fullConsents = (): readonly DemoConsent[] => [
  personalization,
  marketingBy("print"),
  marketingBy("zalo"),
];

const marketing = [
  { channel: "print", share: 0.55 },
  { channel: "zalo", share: 0.45 },
  { channel: "sms", share: 0.18 },
  { channel: "email", share: 0.5 },
  { channel: "phone", share: 0.04 },
] as const;

const personalization: DemoConsent = {
  purpose: "personalization",
  channel: "counter",
  state: "granted",
  wording: "Tôi đồng ý cho cửa hàng ghi nhớ những gì tôi mua để gợi ý món phù hợp.",
  source: "Phiếu đăng ký tại quầy",
};

const marketingBy = (channel: DemoConsent["channel"]): DemoConsent => ({
  purpose: "marketing",
  channel,
  state: "granted",
  wording: `Tôi đồng ý nhận ưu đãi của cửa hàng qua ${channelWords[channel]}.`,
  source: "Phiếu đăng ký tại quầy",
});

const withdrawn = (consent: DemoConsent): DemoConsent => ({
  ...consent,
  state: "withdrawn",
  wording: "Tôi không đồng ý nữa.",
  source: "Khách nói tại quầy",
});

const channelWords: Readonly<Record<DemoConsent["channel"], string>> = {
  counter: "quầy thu ngân",
  print: "phiếu giấy",
  sms: "tin nhắn SMS",
  email: "thư điện tử",
  zalo: "Zalo",
  phone: "điện thoại",
};
