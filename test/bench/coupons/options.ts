import { parseArgs } from "node:util";

export type CouponBenchOptions = {
  /** Where the files lie. */
  readonly folder: string;
  /** `early`: the campaigns before those of the test, for choosing between ways. */
  readonly stage: "early" | "test";
  /** Only the engine's own method, without what it is compared with. */
  readonly only: boolean;
};

/** What the command line asks for; without words, the public data set that lies beside the project. */
export const readOptions = (args: readonly string[]): CouponBenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: "string" },
      stage: { type: "string", default: "test" },
      only: { type: "boolean", default: false },
    },
  });
  return {
    folder: values.folder ?? process.env.QUEN_DATA ?? "../shared/data",
    stage: values.stage === "early" ? "early" : "test",
    only: values.only,
  };
};
