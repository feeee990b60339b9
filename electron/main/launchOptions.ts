import { resolve } from "node:path";

export type LaunchOptions = {
  /** The shop's folder, where the app's own is not meant. */
  readonly dataDir: string | undefined;
  /** A file with the data's key in 64 hex digits, for a shop that the headless engine made. */
  readonly keyFile: string | undefined;
  /** Where tests and the demo let pages be printed as PDF files. */
  readonly printTo: string | undefined;
  /** Files that answer the file dialogs of a test, taken in turn. */
  readonly pickFiles: readonly string[];
};

type Surroundings = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly delimiter: string;
};

/** What the command line and the environment ask for; the command line wins. */
export const launchOptions = ({ args, env, cwd, delimiter }: Surroundings): LaunchOptions => {
  const path = (text: string | undefined) => (text ? resolve(cwd, text) : undefined);
  return {
    dataDir: path(argument(args, "--data") ?? env.QUEN_DATA_DIR),
    keyFile: path(env.QUEN_KEY_FILE),
    printTo: path(env.QUEN_PRINT_TO),
    pickFiles: (env.QUEN_PICK_FILE ?? "")
      .split(delimiter)
      .filter((file) => file !== "")
      .map((file) => resolve(cwd, file)),
  };
};

const argument = (args: readonly string[], name: string): string | undefined => {
  const joined = args.find((text) => text.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
};
