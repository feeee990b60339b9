import type { Page } from "@playwright/test";
import { take } from "./atTheTill.ts";
import { expect } from "./expect.ts";

export type Scene = {
  readonly name: string;
  /** Goes there from the scene before it, and waits until it is there. */
  readonly open: (page: Page) => Promise<void>;
  /** What opens here lies above other things, which can be reached again once it is closed. */
  readonly hasPanelAbove?: boolean;
};

export const keys = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};

export const shown = (testId: string) => (page: Page) =>
  expect(page.getByTestId(testId)).toBeVisible();

/** Every main screen of an open shop, one after the other; the regular has a coupon to use. */
export const scenes: readonly Scene[] = [
  { name: "till-empty", open: shown("omnibox") },
  {
    name: "till-found",
    hasPanelAbove: true,
    open: async (page) => {
      await page.keyboard.type("a");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "till-nothing-found",
    open: async (page) => {
      // As long as the line takes, and without a place to break: a code off somebody's parcel.
      await page.keyboard.type("q".repeat(200));
      await expect(page.getByRole("option")).toHaveCount(0);
      await expect(page.getByText("qqqq")).toBeVisible();
    },
  },
  {
    name: "till-unknown",
    hasPanelAbove: true,
    open: async (page) => {
      await keys(page, "Enter");
      await shown("unknown-code")(page);
    },
  },
  {
    name: "till",
    open: async (page) => {
      await keys(page, "Escape");
      await take(page, "2*ca phe", /./);
      await take(page, "sua dac", /./);
      await take(page, "0,425*hat dieu", /./);
      await take(page, "4573", /./);
      const coupon = page.locator("[data-testid^=coupon-]");
      await expect(coupon).toBeVisible();
      await keys(page, "Control+1");
      await expect(coupon).toHaveAttribute("aria-pressed", "true");
    },
  },
  {
    name: "till-unfolded",
    hasPanelAbove: true,
    open: async (page) => {
      await keys(page, "Control+K");
      await shown("customer-panel")(page);
    },
  },
  {
    name: "till-line",
    open: async (page) => {
      await keys(page, "Escape");
      await expect(page.getByTestId("customer-panel")).toBeHidden();
      await keys(page, "ArrowUp", "F3");
      await expect(page.locator("[data-testid^=line-] input").first()).toBeVisible();
    },
  },
  {
    name: "till-full",
    open: async (page) => {
      await keys(page, "Escape");
      await page.keyboard.type("99999*");
      await keys(page, "Enter", "+");
      await expect(page.getByText(/99[.,]999/u).first()).toBeVisible();
    },
  },
  {
    name: "till-keys",
    hasPanelAbove: true,
    open: async (page) => {
      await page.keyboard.type("1*");
      await keys(page, "Enter", "F1");
      await expect(page.getByText("Ctrl Z").first()).toBeVisible();
    },
  },
  {
    name: "till-points",
    open: async (page) => {
      await keys(page, "Escape", "F5");
      await shown("points")(page);
    },
  },
  {
    name: "payment",
    open: async (page) => {
      await keys(page, "Escape", "F9");
      await expect(page.getByTestId("amount")).toBeFocused();
      await page.keyboard.type("500000");
    },
  },
  {
    name: "done",
    open: async (page) => {
      await keys(page, "Enter");
      await shown("done")(page);
      await expect(page.frameLocator("iframe").locator("body")).not.toBeEmpty();
    },
  },
  {
    name: "receipts",
    open: async (page) => {
      await keys(page, "Enter", "F12");
      await expect(page.frameLocator("iframe").locator("body")).not.toBeEmpty();
    },
  },
  {
    name: "customers",
    open: async (page) => {
      await keys(page, "Alt+2");
      await shown("customers")(page);
    },
  },
  {
    name: "profile",
    open: async (page) => {
      await page.keyboard.type("4573");
      await expect(page.getByRole("button", { name: /Hằng/ })).toBeVisible();
      await keys(page, "Enter");
      await shown("profile")(page);
    },
  },
  {
    name: "orders",
    open: async (page) => {
      await keys(page, "Alt+3");
      await shown("orders")(page);
    },
  },
  {
    name: "rehearsal",
    open: async (page) => {
      await keys(page, "Control+O");
      await shown("rehearsal")(page);
    },
  },
  {
    name: "import-result",
    open: async (page) => {
      await keys(page, "Enter");
      await shown("import-result")(page);
    },
  },
  {
    name: "mapping",
    open: async (page) => {
      await keys(page, "Control+O");
      await shown("mapping")(page);
    },
  },
  {
    name: "campaigns",
    open: async (page) => {
      await keys(page, "Escape", "Alt+4");
      await shown("campaigns")(page);
    },
  },
  {
    name: "campaign-builder",
    open: async (page) => {
      await keys(page, "Control+M");
      await expect(page.getByTestId("audience-count")).toHaveText(/\d/);
    },
  },
  {
    name: "campaign-condition",
    open: async (page) => {
      await keys(page, "Control+K", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
      await shown("row-channel")(page);
      await keys(page, "Control+K");
      await shown("kinds")(page);
    },
  },
  {
    name: "campaign-what",
    open: async (page) => {
      await keys(page, "Escape", "Control+2");
      await page.getByTestId("other-offer").press("Enter");
    },
  },
  {
    name: "campaign-when",
    open: async (page) => {
      await keys(page, "Control+3");
      await page.getByTestId("campaign-name").fill("Nhớ bạn");
    },
  },
  {
    name: "campaign-rehearsal",
    open: async (page) => {
      await keys(page, "Control+4");
      await shown("rehearsal-headline")(page);
    },
  },
  {
    name: "campaign-draft",
    open: async (page) => {
      // As long as a name may be, and without a place to break.
      await keys(page, "Escape");
      await page.getByTestId("campaign-name").fill("q".repeat(120));
      await keys(page, "Escape", "Escape", "Escape");
      await shown("draft")(page);
    },
  },
  {
    name: "coupon-list",
    open: async (page) => {
      await page.getByTestId("open-coupons").press("Enter");
      await shown("coupon-list")(page);
      await expect(page.frameLocator("iframe").locator("body")).not.toBeEmpty();
    },
  },
  {
    name: "results",
    open: async (page) => {
      await keys(page, "Escape");
      await page.getByTestId("open-results").press("Enter");
      await shown("verdict")(page);
    },
  },
  {
    name: "segments",
    open: async (page) => {
      await keys(page, "Escape", "Control+G");
      await shown("segments")(page);
    },
  },
  {
    name: "segment-bench",
    open: async (page) => {
      await keys(page, "Control+M", "Control+K", "Enter");
      await expect(page.getByTestId("row-recencyDays")).toBeVisible();
    },
  },
  {
    name: "goods",
    open: async (page) => {
      await keys(page, "Alt+5");
      await shown("goods")(page);
    },
  },
  {
    name: "product",
    open: async (page) => {
      await page.keyboard.type("sua");
      await keys(page, "Enter");
      await shown("product-form")(page);
    },
  },
  {
    name: "product-problems",
    open: async (page) => {
      await keys(page, "Control+M");
      await page.keyboard.type(" ");
      await keys(page, "Enter");
      await expect(page.getByTestId("product-price")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "settings",
    open: async (page) => {
      await keys(page, "Alt+6");
      await shown("settings")(page);
    },
  },
  {
    name: "sign-in",
    open: async (page) => {
      await keys(page, "Control+L");
      await shown("sign-in")(page);
    },
  },
];
