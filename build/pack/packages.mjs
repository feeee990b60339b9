import { existsSync } from "node:fs";
import { join } from "node:path";
import { quietStdout, runToEnd } from "./processes.mjs";
import { readJson, SetUpProblem, say } from "./root.mjs";

const oldestNodeMajor = 22;

/**
 * Whether what npm says it installed is what the lock file asks for. npm writes its own record
 * last, so an interrupted install counts as none.
 * @param {string} root
 */
export const packagesAreCurrent = (root) => {
  const asked = readJson(join(root, "package-lock.json"))?.packages;
  const installed = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  return asked !== undefined && installed !== undefined && isInstalled(asked, installed);
};

/**
 * The packages of other platforms are optional and stay away.
 * @param {Record<string, LockedPackage>} asked
 * @param {Record<string, LockedPackage>} installed
 */
export const isInstalled = (asked, installed) =>
  Object.entries(asked).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === "") return true;
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });

/** @param {string} root */
export const installPackages = async (root) => {
  say("installing packages (npm ci)");
  const [file, args] = npmCommand(["ci"]);
  const code = await runToEnd(file, args, { cwd: root, stdio: quietStdout });
  if (code !== 0) throw new SetUpProblem(`npm ci failed with code ${code}; see above.`);
};

/**
 * npm as it was started, so that `npm ci` is run by the same version.
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export const npmCommand = (args) => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  return isNpm && existsSync(script)
    ? [node && existsSync(node) ? node : process.execPath, [script, ...args]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", [...args]];
};

/**
 * A Node of at least version 22, which better-sqlite3 needs: the one that came as a package,
 * else the running one.
 * @param {string} root
 */
export const findNode = (root) => {
  const packaged = packagedNode(root);
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= oldestNodeMajor) return process.execPath;
  throw new SetUpProblem(
    `Quen needs Node ${oldestNodeMajor} or newer, and none comes as a package for ` +
      `${process.platform}-${process.arch}; this is Node ${process.versions.node}. ` +
      "Install a newer Node (nodejs.org) and run the command again.",
  );
};

/** @param {string} root */
const packagedNode = (root) => {
  const isWindows = process.platform === "win32";
  const name = `node-${isWindows ? "win" : process.platform}-${process.arch}`;
  return join(root, "node_modules", name, "bin", isWindows ? "node.exe" : "node");
};

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
