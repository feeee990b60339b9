import { basename } from "node:path";
import type { Source, Violation } from "./sources.ts";

type Rule = {
  readonly rule: string;
  readonly where: (path: string) => boolean;
  /** Each match is one violation. */
  readonly found: RegExp;
};

const isCode = (path: string) => /\.(tsx?|mts|mjs|cjs)$/.test(path);
const isProduct = (path: string) => isCode(path) && /^(shared|electron|renderer)\//.test(path);

/** The only places that ask the machine for time or chance; all else gets them passed in. */
const clockFiles = [
  "electron/engine/hosts/systemPorts.ts",
  "electron/main/systemPorts.ts",
  "renderer/rpc/",
];

const rules: readonly Rule[] = [
  {
    rule: "the clock and chance are passed in",
    where: (path) => isProduct(path) && !clockFiles.some((file) => path.startsWith(file)),
    found: /\bDate\.now\b|\bnew Date\(\s*\)|\brandomUUID\b|\bMath\.random\b/g,
  },
  {
    rule: "only shared/money adds and subtracts money",
    where: (path) => isProduct(path) && !path.startsWith("shared/money/"),
    found: /\.minor\s*[+-]|[+-]=?\s*[\w.?[\]()]*\.minor\b/g,
  },
  {
    rule: "a test runs always and with all others",
    where: (path) => path.startsWith("test/"),
    found: /\b(?:test|it|describe)\.(?:only|skip|todo)\b/g,
  },
  {
    rule: "the code tells no number of an issue",
    where: () => true,
    found: /\bissues?\s+#?\d+|(?<=^|\s)#\d{1,5}\b(?!.*[;{])/gim,
  },
  {
    rule: "no registry is named",
    where: () => true,
    found: /\bregistry\.[a-z-]+\.|\/repository\/npm\b|\/api\/npm\b/gi,
  },
  {
    rule: "no path of one machine",
    where: () => true,
    found: /(?<![\w.$}~-])\/(?:home|Users|root|work|tmp|mnt|media)\/\w+/g,
  },
];

const bannedNames = /^(?:utils?|helpers?|common|manager|data|info)$/i;
const LINES_ALLOWED = 300;

/** Every break of a house rule that a search can find. */
export const tidyViolations = (sources: readonly Source[]): readonly Violation[] =>
  sources.flatMap((source) => [
    ...rules.flatMap((rule) => ruleViolations(rule, source)),
    ...nameViolations(source),
    ...sizeViolations(source),
  ]);

const ruleViolations = ({ rule, where, found }: Rule, { path, text }: Source) =>
  where(path)
    ? [...text.matchAll(found)].map((match) => ({
        where: `${path}:${text.slice(0, match.index).split("\n").length}`,
        rule,
        found: match[0].trim(),
      }))
    : [];

const nameViolations = ({ path }: Source): readonly Violation[] => {
  if (!isCode(path)) return [];
  const banned = path.split("/").filter((name) => bannedNames.test(name.replace(/\..*$/, "")));
  const isStray = /^index\.\w+$/.test(basename(path)) && path !== "shared/contract/index.ts";
  return [
    ...banned.map((found) => ({ where: path, rule: "a name says what is inside", found })),
    ...(isStray ? [{ where: path, rule: "no index but the contract's", found: path }] : []),
  ];
};

const sizeViolations = ({ path, text }: Source): readonly Violation[] => {
  const lineCount = text.trimEnd().split("\n").length;
  return isCode(path) && lineCount > LINES_ALLOWED
    ? [{ where: path, rule: "a file of one idea", found: `${lineCount} lines` }]
    : [];
};
