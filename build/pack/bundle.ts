import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { type BuildEnvironmentOptions, build, type InlineConfig } from "vite";
import { type BundleName, sourceStamp, writeStamp } from "./freshness.mjs";
import { root, say } from "./root.mjs";

/** Run as `node bundle.ts shell engine window`; the set-up starts it for what is out of date. */
const bundles: Readonly<Record<BundleName, () => Promise<void>>> = {
  shell: async () => {
    await bundleForNode("main", { main: "electron/main/main.ts" }, commonJs);
    await bundleForNode("preload", { preload: "electron/preload/preload.ts" }, commonJs);
  },
  engine: () => bundleForNode("engine", engineHosts, esModules),
  window: bundleWindow,
};

const engineHosts = {
  headless: "electron/engine/hosts/headless.ts",
  message: "electron/engine/hosts/message.ts",
  worker: "electron/engine/hosts/worker.ts",
};

type Kind = {
  readonly format: "cjs" | "es";
  readonly extension: string;
  readonly target: string;
};
/** Electron before 28 reads no ES modules in main, and none reads them in a sandboxed preload. */
const commonJs: Kind = { format: "cjs", extension: "cjs", target: "node18" };
const esModules: Kind = { format: "es", extension: "mjs", target: "node22" };

const out = join(root, "build", "out");
const shared: InlineConfig = { root, configFile: false, publicDir: false, logLevel: "warn" };
const sharedBuild: BuildEnvironmentOptions = {
  emptyOutDir: true,
  minify: true,
  sourcemap: true,
  reportCompressedSize: false,
};

for (const name of process.argv.slice(2)) {
  if (!isBundleName(name)) throw new Error(`there is no bundle ${name}`);
  const stamp = sourceStamp(root, name);
  await bundles[name]();
  writeStamp(root, name, stamp);
}

/** Everything goes inside but what holds machine code: the packaged app carries no other package. */
async function bundleForNode(name: string, entries: Readonly<Record<string, string>>, kind: Kind) {
  const input = Object.fromEntries(
    Object.entries(entries)
      .filter(([, path]) => isThere(path))
      .map(([entry, path]) => [entry, join(root, path)]),
  );
  if (Object.keys(input).length === 0) return;
  const external = ["electron", "better-sqlite3"];
  await build({
    ...shared,
    ssr: { noExternal: true, external, target: "node" },
    build: {
      ...sharedBuild,
      ssr: true,
      target: kind.target,
      outDir: partial(name),
      rolldownOptions: {
        input,
        external: [...external, /^node:/, ...builtinModules],
        output: {
          format: kind.format,
          entryFileNames: `[name].${kind.extension}`,
          chunkFileNames: `[name]-[hash].${kind.extension}`,
        },
      },
    },
  });
  put(name);
}

async function bundleWindow() {
  if (!isThere("renderer/index.html")) return;
  await build({
    ...shared,
    root: join(root, "renderer"),
    plugins: [react()],
    build: {
      ...sharedBuild,
      target: "chrome114",
      outDir: partial("renderer"),
      modulePreload: { polyfill: false },
      // Fonts stay files: the window's policy allows none inside a style sheet.
      assetsInlineLimit: 0,
    },
  });
  copyDocumentFonts();
  put("renderer");
}

/** Printed documents name their fonts by a fixed address, which the bundler's hashes would hide. */
function copyDocumentFonts() {
  const source = join(root, "node_modules", "@fontsource", "be-vietnam-pro");
  const fonts = join(partial("renderer"), "fonts");
  mkdirSync(fonts, { recursive: true });
  cpSync(join(source, "LICENSE"), join(fonts, "LICENSE"));
  for (const subset of ["latin", "latin-ext", "vietnamese"]) {
    for (const weight of [400, 500, 600]) {
      const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      cpSync(join(source, "files", name), join(fonts, name));
    }
  }
}

/** Bundles are made aside and then put in place, so that what starts meanwhile finds a whole one. */
function put(name: string) {
  const former = join(out, `${name}.former`);
  rmSync(former, { recursive: true, force: true });
  if (existsSync(join(out, name))) renameSync(join(out, name), former);
  renameSync(partial(name), join(out, name));
  rmSync(former, { recursive: true, force: true });
}

function partial(name: string): string {
  return join(out, `${name}.partial`);
}

function isThere(path: string): boolean {
  const exists = existsSync(join(root, path));
  if (!exists) say(`${path} is not there yet and is left out`);
  return exists;
}

function isBundleName(name: string): name is BundleName {
  return Object.hasOwn(bundles, name);
}
