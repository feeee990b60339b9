import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import { app, safeStorage } from "electron";
import type { ShellEvent } from "../../../shared/contract/shell.ts";
import { ok } from "../../../shared/kernel/result.ts";
import type { LaunchOptions } from "../launchOptions.ts";
import type { Log } from "../log.ts";
import { systemClock } from "../systemPorts.ts";
import { type DataKey, findDataKey, keepDataKey, setDataKeyAside } from "./dataKey.ts";
import { EngineBroker } from "./engineBroker.ts";
import type { EngineHost } from "./engineHost.ts";
import { engineStarter } from "./engineProcess.ts";
import { setShopAside } from "./setShopAside.ts";

type Needs = {
  readonly host: EngineHost;
  readonly options: LaunchOptions;
  readonly tell: (event: ShellEvent) => void;
  readonly log: Log;
};
type Started = {
  readonly broker: EngineBroker;
  /** Where the key lies just now: it changes where another one takes its place. */
  readonly keychain: () => DataKey["keychain"];
  /** Tries a key that was typed from paper; it is kept once it has opened the shop. */
  readonly openWithKey: (keyHex: string) => void;
  /** Starts without the shop that does not open, which stays beside the new one. */
  readonly startWithoutShop: () => void;
};

/** Starts the engine on the shop's folder, with the key from the keychain. */
export const startEngine = ({ host, options, tell, log }: Needs): Started => {
  const userData = app.getPath("userData");
  const dataDir = options.dataDir ?? join(userData, "shop");
  const keyFile = findKeyFile(options);
  const findKey = () => findDataKey(safeStorage, { folder: userData, keyFile });
  let key = findKey();
  let typedKeyHex: string | undefined;
  const shop = () => {
    if (typedKeyHex !== undefined) return { dataDir, keyHex: typedKeyHex };
    if (!key.ok) key = findKey();
    if (!key.ok) log(`no data key: ${key.error.why}`);
    return key.ok ? { dataDir, keyHex: key.value.keyHex } : undefined;
  };
  const keep = (keyHex: string): DataKey => {
    const kept = keepDataKey(safeStorage, { folder: userData, keyFile }, keyHex);
    if (kept.ok) return kept.value;
    // The shop is open: a keychain that says no, or a full disk, asks for the paper again next time.
    log(`the typed key is not kept: ${kept.error.why}`);
    return { keyHex, keychain: "basic" };
  };
  const hear = (event: ShellEvent) => {
    if (event.kind === "engine" && typedKeyHex !== undefined) {
      if (event.state === "ready") key = ok(keep(typedKeyHex));
      if (event.state !== "restarting") typedKeyHex = undefined;
    }
    tell(event);
  };
  const bundle = outsideArchive(join(__dirname, "..", "engine", "message.mjs"));
  const broker = new EngineBroker({
    ...{ shop, tell: hear, log, clock: systemClock },
    start: engineStarter(host, {
      ...{ bundle, nodeFolders: nodeFolders(), log },
      compiledFolder: join(userData, "compiled"),
    }),
    later: (work, delayMs) => void setTimeout(work, delayMs),
  });
  return {
    broker,
    keychain: () => (key.ok ? key.value.keychain : "system"),
    openWithKey: (keyHex) => {
      if (broker.state?.state !== "failed") return;
      typedKeyHex = keyHex;
      broker.retry();
    },
    startWithoutShop: () => {
      if (broker.state?.state !== "failed") return;
      if (!key.ok) setDataKeyAside(userData);
      setShopAside(dataDir, systemClock.nowMs());
      log("the shop that did not open was set aside");
      broker.retry();
    },
  };
};

/** A Node beside Electron knows nothing of asar archives; the packager leaves the engine outside. */
const outsideArchive = (path: string) =>
  path.replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`);

const nodeFolders = () => [
  join(process.resourcesPath, "node"),
  join(app.getAppPath(), "node_modules", `node-${platformName()}-${process.arch}`),
];

const platformName = () => (process.platform === "win32" ? "win" : process.platform);

/** The headless engine keeps the key of a shop it made as `shop.key` in the shop's folder. */
const findKeyFile = ({ keyFile, dataDir }: LaunchOptions): string | undefined => {
  if (keyFile !== undefined || dataDir === undefined) return keyFile;
  const besideShop = join(dataDir, "shop.key");
  return existsSync(besideShop) ? besideShop : undefined;
};
