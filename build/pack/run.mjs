import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { withDisplay } from "./display.mjs";
import { appCommand } from "./electronRuntime.mjs";
import { findNode } from "./packages.mjs";
import { runToEnd } from "./processes.mjs";
import { root, SetUpProblem, say } from "./root.mjs";
import { setUp } from "./setUp.mjs";

/** @type {readonly import("./freshness.mjs").BundleName[]} */
const all = ["shell", "engine", "window"];
const wholeApp = { window: true, bundles: all };
const withPdf = { ...wholeApp, pdf: true };

const playwright = "node_modules/@playwright/test/cli.js";
const playwrightTest = ["test", "--config", "build/checks/playwright.config.ts"];

/**
 * The commands of package.json: what each needs of this machine, and what it then does.
 * @type {Record<string, Command>}
 */
const commands = {
  "set-up": { needs: withPdf, run: async () => 0 },
  start: { needs: wholeApp, run: openApp },
  demo: { needs: withPdf, run: (args) => inWindow("test/demo/demo.ts", args) },
  test: { needs: withPdf, run: (args) => inWindow("build/pack/suites.ts", ["test", ...args]) },
  e2e: { needs: withPdf, run: (args) => inWindow(playwright, [...playwrightTest, ...args]) },
  check: {
    needs: { bundles: ["engine"] },
    run: (args) => inNode("build/pack/suites.ts", ["check", ...args]),
  },
  engine: { needs: { bundles: ["engine"] }, run: runEngine },
  bench: {
    needs: { bundles: ["engine"] },
    run: ([name, ...args]) => inNode(`test/bench/${name}.ts`, args),
  },
  "bench-window": { needs: wholeApp, run: (args) => inWindow("test/bench/window.ts", args) },
  pack: { needs: wholeApp, run: (args) => inNode("build/pack/installer.ts", args) },
  docs: { needs: { bundles: ["engine"] }, run: (args) => inNode("build/pack/docs.ts", args) },
};

/** @param {readonly string[]} args */
async function openApp(args) {
  const { file, args: own } = appCommand(root);
  return withDisplay((env) => runToEnd(file, [...own, ...args], { cwd: root, env }));
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function inWindow(script, args) {
  return withDisplay((env) => inNode(script, args, env));
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function inNode(script, args, env = process.env) {
  return runToEnd(findNode(root), [join(root, script), ...args], { cwd: root, env });
}

/**
 * In this very process where its Node will do, so that killing what was started kills the engine.
 * @param {readonly string[]} args
 */
async function runEngine(args) {
  const bundle = join(root, "build", "out", "engine", "headless.mjs");
  const compiledFolder = join(root, "build", "out", "compiled");
  if (findNode(root) !== process.execPath) {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiledFolder };
    return runToEnd(findNode(root), [bundle, ...args], { env });
  }
  module.enableCompileCache(compiledFolder);
  process.argv = [process.execPath, bundle, ...args];
  await import(pathToFileURL(bundle).href);
  return undefined;
}

const [name = "", ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new SetUpProblem(`run takes one of: ${Object.keys(commands).join(", ")}`);
  await setUp(command.needs);
  const code = await command.run(args);
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/**
 * `run` answers the exit code, or undefined when what it started in this process sets its own.
 * @typedef {{
 *   needs: import("./setUp.mjs").Needs,
 *   run: (args: readonly string[]) => Promise<number | undefined>,
 * }} Command
 */
