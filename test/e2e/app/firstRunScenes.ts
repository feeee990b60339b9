import { expect } from "./expect.ts";
import { keys, type Scene, shown } from "./scenes.ts";

const step = (name: string) => shown(`wizard-${name}`);

/** Each question of the first run, answered as shortly as can be. */
export const firstRunScenes: readonly Scene[] = [
  { name: "wizard-language", open: step("language") },
  {
    name: "wizard-backup",
    open: async (page) => {
      await keys(page, "Tab", "Tab", "Tab", "Enter");
      await step("backup")(page);
    },
  },
  {
    name: "wizard-shop",
    open: async (page) => {
      await keys(page, "Alt+ArrowLeft");
      await step("language")(page);
      await keys(page, "Enter");
      await step("shop")(page);
    },
  },
  {
    name: "wizard-money",
    open: async (page) => {
      await page.keyboard.type("Mi");
      await keys(page, "Enter");
      await step("money")(page);
    },
  },
  {
    name: "wizard-owner",
    open: async (page) => {
      await keys(page, "Enter");
      await step("owner")(page);
    },
  },
  {
    name: "wizard-recovery",
    open: async (page) => {
      for (const text of ["Mi", "2468", "2468"]) {
        await page.keyboard.type(text);
        await keys(page, "Tab");
      }
      await keys(page, "Shift+Tab", "Enter");
      await expect(page.getByTestId("key-group").first()).toBeVisible();
    },
  },
  {
    name: "wizard-start",
    open: async (page) => {
      await keys(page, "Enter");
      await step("start")(page);
    },
  },
  {
    name: "wizard-products",
    open: async (page) => {
      await keys(page, "Enter");
      await step("products")(page);
    },
  },
];
