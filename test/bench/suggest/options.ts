import { join } from "node:path";
import { parseArgs } from "node:util";
import { BenchProblem } from "../measure/benchProblem.ts";

export type Stage = "val" | "test";

export type SuggestBenchOptions = {
  readonly transactions: string;
  readonly items: string | undefined;
  readonly queries: string;
  /** A day to learn up to, or "last": each customer's last basket is asked for. */
  readonly cut: string;
  readonly stage: Stage;
  /** Only the engine's own method, without what it is compared with. */
  readonly only: boolean;
};

const cutByStage: Readonly<Record<Stage, string>> = { val: "2011-07-01", test: "2011-10-01" };

/** What the command line asks for; without words, the public data set that lies beside the project. */
export const readOptions = (args: readonly string[]): SuggestBenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      transactions: { type: "string" },
      items: { type: "string" },
      queries: { type: "string" },
      cut: { type: "string" },
      stage: { type: "string", default: "test" },
      only: { type: "boolean", default: false },
    },
  });
  const folder = process.env.QUEN_DATA ?? "../shared/data";
  const stage: Stage = values.stage === "val" ? "val" : "test";
  const isOwnData = values.transactions !== undefined;
  return {
    transactions: values.transactions ?? join(folder, "onlineretail_transactions.csv.gz"),
    items: values.items ?? (isOwnData ? undefined : join(folder, "onlineretail_items.csv.gz")),
    queries: values.queries ?? join(folder, "queries_onlineretail.csv.gz"),
    cut: readCut(values.cut ?? (isOwnData ? "last" : cutByStage[stage])),
    stage,
    only: values.only,
  };
};

const readCut = (text: string): string => {
  if (text === "last" || !Number.isNaN(Date.parse(text))) return text;
  throw new BenchProblem(`--cut takes a day such as 2011-10-01, or "last"; "${text}" is neither.`);
};
