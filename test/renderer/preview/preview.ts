import { fakeBridge } from "../fake/fakeBridge.ts";
import { openShop } from "../fake/fakeShop.ts";

/** Opens the real window on canned answers, to be looked at in a browser. */
const bridge = fakeBridge(openShop(Date.now()));
Object.assign(window, { quen: bridge, fake: bridge });
await import("../../../renderer/main.tsx");
