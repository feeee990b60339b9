import { origin } from "./servedPath.ts";

const DOCUMENTS_KEPT = 20;

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
      const [oldest] = htmlById.keys();
      if (htmlById.size > DOCUMENTS_KEPT && oldest !== undefined) htmlById.delete(oldest);
      return `${origin}/document/${id}`;
    },
    find: (id) => htmlById.get(id),
  };
};
