import { fakeBridge } from "../fake/fakeBridge.ts";
import { noShop, openShop } from "../fake/fakeShop.ts";

/** Opens the real window on canned answers, to be looked at in a browser: `?wizard` for a new shop. */
const isNew = location.search === "?wizard";
const bridge = fakeBridge((isNew ? noShop : openShop)(Date.now()));
Object.assign(window, { quen: bridge, fake: bridge });
await import("../../../renderer/main.tsx");
