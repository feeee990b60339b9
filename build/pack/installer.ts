import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, type Configuration } from "electron-builder";
import { findRuntime } from "./electronRuntime.mjs";
import { root, SetUpProblem, say } from "./root.mjs";

/**
 * Packs the app into a folder that runs; with `--installer`, into what a shop downloads. The
 * stand-in runtime goes into folders for tests only: it is too old to be shipped.
 */
const wantsInstaller = process.argv.includes("--installer");
const out = join(root, "build", "out");
const runtime = findRuntime(root);
if (!runtime) throw new SetUpProblem("There is no Electron runtime.");
const isStandIn = runtime.source === "stand-in";
if (isStandIn && wantsInstaller) {
  throw new SetUpProblem("An installer needs Electron itself, which could not be downloaded.");
}

const config: Configuration = {
  appId: "app.quen.till",
  productName: "Quen",
  electronVersion: runtime.version,
  electronDist: isStandIn ? withoutApp(runtime.folder) : runtime.folder,
  npmRebuild: false,
  directories: { output: join(out, "pack"), buildResources: join(root, "build", "pack", "icons") },
  files: [
    "package.json",
    "build/out/{main,preload,engine,renderer}/**",
    "!**/*.map",
    // The Node of the scripts and what only compiles machine code stay at home.
    "!node_modules/node-*/**",
    "!node_modules/better-sqlite3/{deps,src,prebuilds}/**",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    "node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node",
  ],
  // The engine may run under a Node that knows no archives, and machine code is loaded from files.
  asarUnpack: ["build/out/engine/**", "node_modules/better-sqlite3/**"],
  extraResources: isStandIn ? [engineNode()] : [],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    ...(isStandIn ? {} : { grantFileProtocolExtraPrivileges: false }),
  },
  linux: {
    target: wantsInstaller ? ["AppImage", "deb"] : ["dir"],
    category: "Office",
    executableName: "quen",
  },
  win: { target: wantsInstaller ? ["nsis"] : ["dir"] },
  mac: { target: wantsInstaller ? ["dmg"] : ["dir"], category: "public.app-category.business" },
};

const made = await build({ config, projectDir: root, publish: "never" });
say(`packed into ${join(out, "pack")}${made.map((file) => `\n  ${file}`).join("")}`);

/** The stand-in runs what stands at `resources/app`: here that would hide the packed app. */
function withoutApp(folder: string): string {
  const clean = join(out, "runtime", "for-packing");
  rmSync(clean, { recursive: true, force: true });
  cpSync(folder, clean, {
    recursive: true,
    filter: (path) => path !== join(folder, "resources", "app"),
  });
  return clean;
}

/** An Electron as old as the stand-in cannot load the database and needs a Node beside it. */
function engineNode() {
  const name = `node-${process.platform}-${process.arch}`;
  return { from: join(root, "node_modules", name, "bin", "node"), to: "node/bin/node" };
}
