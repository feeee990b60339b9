import { origin } from "./servedPath.ts";

const DOCUMENTS_KEPT = 20;
/** Of them all together, beside the newest: twenty thousand slips alone are twice as many. */
const LETTERS_KEPT = 30_000_000;

/** Pages made for showing and printing: in memory only, because they name people. */
export type Documents = {
  /** Keeps the page and answers its address. */
  readonly add: (html: string) => string;
  readonly find: (id: string) => string | undefined;
};

export const keepDocuments = (newId: () => string): Documents => {
  const htmlById = new Map<string, string>();
  return {
    add: (html) => {
      const id = newId();
      htmlById.set(id, html);
      dropOldest(htmlById);
      return `${origin}/document/${id}`;
    },
    find: (id) => htmlById.get(id),
  };
};

const dropOldest = (htmlById: Map<string, string>): void => {
  let letters = [...htmlById.values()].reduce((sum, html) => sum + html.length, 0);
  for (const [id, html] of htmlById) {
    const isFew = htmlById.size <= DOCUMENTS_KEPT && letters <= LETTERS_KEPT;
    if (isFew || htmlById.size === 1) return;
    htmlById.delete(id);
    letters -= html.length;
  }
};
