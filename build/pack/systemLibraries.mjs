import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { quietStdout, runToEnd } from "./processes.mjs";
import { SetUpProblem, say } from "./root.mjs";

/**
 * What a bare Debian lacks, by the file that shows its presence. Debian 13 renamed some packages
 * for the 64-bit clock; the first name that apt knows is installed.
 * @type {readonly SystemPart[]}
 */
const windowParts = [
  { file: "libgtk-3.so.0", packages: ["libgtk-3-0t64", "libgtk-3-0"] },
  { file: "libnss3.so", packages: ["libnss3"] },
  { file: "libasound.so.2", packages: ["libasound2t64", "libasound2"] },
  { file: "libgbm.so.1", packages: ["libgbm1"] },
  { file: "libXss.so.1", packages: ["libxss1"] },
  { file: "libatk-bridge-2.0.so.0", packages: ["libatk-bridge2.0-0t64", "libatk-bridge2.0-0"] },
  { file: "libcups.so.2", packages: ["libcups2t64", "libcups2"] },
  { file: "libdrm.so.2", packages: ["libdrm2"] },
  { file: "libxkbcommon.so.0", packages: ["libxkbcommon0"] },
];
/** @type {SystemPart} */
const virtualDisplay = { program: "Xvfb", packages: ["xvfb"] };
/**
 * Reads printed paper back: its words, and its bars and squares as a till's scanner does.
 * @type {readonly SystemPart[]}
 */
const paperReaders = [
  { program: "pdftotext", packages: ["poppler-utils"] },
  { program: "zbarimg", packages: ["zbar-tools"] },
];

/**
 * @param {{ window?: boolean, pdf?: boolean }} needs
 * @param {Machine} machine
 * @returns {readonly SystemPart[]}
 */
export const missingParts = (needs, machine = thisMachine()) => {
  if (machine.platform !== "linux") return [];
  const wanted = [
    ...(needs.window ? windowParts : []),
    ...(needs.window && !machine.hasDisplay ? [virtualDisplay] : []),
    ...(needs.pdf ? paperReaders : []),
  ];
  return wanted.filter(({ file, program }) =>
    file ? !machine.hasLibrary(file) : program && !machine.hasProgram(program),
  );
};

/** @param {readonly SystemPart[]} parts */
export const installParts = async (parts) => {
  if (!existsSync("/etc/debian_version")) {
    const names = parts.map(({ file, program }) => file ?? program).join(", ");
    throw new SetUpProblem(
      `This system lacks ${names}. Install what provides them, then run again.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await aptGet(["update", "-qq"]);
  const names = [];
  for (const { packages } of parts) names.push(await knownPackage(packages));
  if (!isRoot) {
    throw new SetUpProblem(
      "The window needs more from this system. Run, then start again:\n\n" +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(" ")}\n`,
    );
  }
  say(`installing ${names.join(" ")} (apt-get)`);
  await aptGet(["install", "-y", "-qq", "--no-install-recommends", ...names]);
};

/** @param {readonly string[]} args */
const aptGet = async (args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const code = await runToEnd("apt-get", args, { stdio: quietStdout, env });
  if (code !== 0) {
    throw new SetUpProblem(
      `This failed with code ${code}; run it yourself:\n\n  apt-get ${args.join(" ")}\n`,
    );
  }
};

/**
 * @param {readonly string[]} names
 * @returns {Promise<string>}
 */
const knownPackage = async (names) => {
  const [first = "", ...rest] = names;
  if (rest.length === 0) return first;
  const code = await runToEnd("apt-cache", ["show", "--no-all-versions", first], {
    stdio: "ignore",
  });
  return code === 0 ? first : knownPackage(rest);
};

/** @returns {Machine} */
const thisMachine = () => ({
  platform: process.platform,
  hasDisplay: hasDisplay(),
  hasLibrary: (file) => libraryFolders().some((folder) => existsSync(join(folder, file))),
  hasProgram: (program) =>
    (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program))),
});

export const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const libraryFolders = () => {
  const folders = ["/usr/lib", "/lib", "/usr/lib64", "/lib64"].filter((folder) =>
    existsSync(folder),
  );
  const triples = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith("-linux-gnu"))
      .map((name) => join(folder, name)),
  );
  return [...triples, ...folders];
};

/**
 * @typedef {{ file?: string, program?: string, packages: readonly string[] }} SystemPart
 * @typedef {{ platform: string, hasDisplay: boolean, hasLibrary: (file: string) => boolean, hasProgram: (program: string) => boolean }} Machine
 */
