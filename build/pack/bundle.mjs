import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { sourceStamp, writeStamp } from "./freshness.mjs";
import { root, say } from "./root.mjs";

const out = join(root, "build", "out");

/** Run as `node bundle.mjs shell engine window`; vite needs the packages, so set-up starts this. */
const bundles = {
  shell: async () => {
    await bundleForNode("main", { main: "electron/main/main.ts" }, commonJs);
    await bundleForNode("preload", { preload: "electron/preload/preload.ts" }, commonJs);
  },
  engine: () =>
    bundleForNode(
      "engine",
      {
        headless: "electron/engine/hosts/headless.ts",
        message: "electron/engine/hosts/message.ts",
        worker: "electron/engine/hosts/worker.ts",
      },
      esModules,
    ),
  window: bundleWindow,
};

/** Electron before 28 reads no ES modules in main, and none reads them in a sandboxed preload. */
const commonJs = { format: "cjs", extension: "cjs", target: "node18" };
const esModules = { format: "es", extension: "mjs", target: "node22" };

/**
 * Everything goes inside but what holds machine code, so that the packaged app carries no other
 * packages.
 * @param {string} name
 * @param {Record<string, string>} entries
 * @param {{ format: string, extension: string, target: string }} kind
 */
async function bundleForNode(name, entries, { format, extension, target }) {
  const input = Object.fromEntries(
    Object.entries(entries)
      .filter(([, path]) => isThere(path))
      .map(([entry, path]) => [entry, join(root, path)]),
  );
  if (Object.keys(input).length === 0) return;
  await build({
    ...shared,
    ssr: { noExternal: true, external: ["electron", "better-sqlite3"], target: "node" },
    build: {
      ...sharedBuild,
      ssr: true,
      target,
      outDir: partial(name),
      rolldownOptions: {
        input,
        external: ["electron", "better-sqlite3", /^node:/, ...builtinModules],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
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

/**
 * Bundles are made aside and then put in place, so that what starts meanwhile finds a whole one.
 * @param {string} name
 */
function put(name) {
  rmSync(join(out, name), { recursive: true, force: true });
  renameSync(partial(name), join(out, name));
}

/** @param {string} name */
function partial(name) {
  return join(out, `${name}.partial`);
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

/** @param {string} path */
function isThere(path) {
  const exists = existsSync(join(root, path));
  if (!exists) say(`${path} is not there yet and is left out`);
  return exists;
}

/** @type {import("vite").InlineConfig} */
const shared = { root, configFile: false, publicDir: false, logLevel: "warn" };
/** @type {import("vite").BuildEnvironmentOptions} */
const sharedBuild = {
  emptyOutDir: true,
  minify: true,
  sourcemap: true,
  reportCompressedSize: false,
};

for (const name of process.argv.slice(2)) {
  const stamp = sourceStamp(root, name);
  await bundles[name]();
  writeStamp(root, name, stamp);
}
