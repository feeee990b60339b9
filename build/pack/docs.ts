import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJson, root, say } from "./root.mjs";

/** Writes the engine's calls as a page, out of what a running engine says of itself. */
type Method = {
  readonly name: string;
  readonly access: string;
  readonly role?: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly refusals: unknown;
};
type Description = {
  readonly version: string;
  readonly schemaVersion: number;
  readonly methods: readonly Method[];
};

const describe = (): Description => {
  const shop = mkdtempSync(join(tmpdir(), "quen-docs-"));
  try {
    const request = { jsonrpc: "2.0", id: 1, method: "engine.describe", params: {} };
    const engine = join(root, "build", "out", "engine", "headless.mjs");
    const answer = execFileSync(process.execPath, [engine, "--data", shop], {
      input: `${JSON.stringify(request)}\n`,
      stdio: ["pipe", "pipe", "inherit"],
      maxBuffer: 64_000_000,
    });
    return JSON.parse(answer.toString("utf8")).result;
  } finally {
    rmSync(shop, { recursive: true, force: true });
  }
};

const schema = (title: string, value: unknown) =>
  `${title}:\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;

const section = ({ name, access, role, input, output, refusals }: Method) =>
  [
    `## ${name}\n`,
    `Access: ${access}${role ? `, from ${role} up` : ""}.\n`,
    schema("Input", input),
    schema("Output", output),
    schema("Refusals", refusals),
  ].join("\n");

const { version, schemaVersion, methods } = describe();
const folder = join(root, "build", "out", "docs");
mkdirSync(folder, { recursive: true });
const page = join(folder, "engine-api.md");
const name = readJson(join(root, "package.json")).name;
const head = `# The engine's calls\n\n${name} ${version}, schema ${schemaVersion}.\n`;
writeFileSync(page, [head, ...methods.map(section)].join("\n"));
say(`${methods.length} calls described in ${page}`);
