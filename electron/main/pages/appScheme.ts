import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { protocol } from "electron";
import type { Documents } from "./documents.ts";
import { documentPolicy, windowPolicy } from "./policies.ts";
import { servedPath } from "./servedPath.ts";

const typeByExtension: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

/** Must run before Electron is ready: the scheme gets an origin, secure as https. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
  ]);

/** Serves the window's files and the documents, each with its policy. Nothing else has an address. */
export const serveAppScheme = (folder: string, documents: Documents): void =>
  protocol.handle("app", async ({ url }) => {
    const served = servedPath(url);
    if (served?.kind === "document") return documentAnswer(documents.find(served.id));
    if (served?.kind === "file") return fileAnswer(join(folder, ...served.segments));
    return notFound();
  });

const documentAnswer = (html: string | undefined) =>
  html === undefined ? notFound() : answer(html, typeByExtension[".html"], documentPolicy);

const fileAnswer = async (path: string) => {
  const type = typeByExtension[extname(path)];
  if (type === undefined) return notFound();
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? answer(bytes, type, windowPolicy) : notFound();
};

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string | undefined, csp: string) =>
  new Response(body, {
    headers: {
      "content-type": type ?? "application/octet-stream",
      "content-security-policy": csp,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
    },
  });

const notFound = () => new Response("Not found", { status: 404 });
