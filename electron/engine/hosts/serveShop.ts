import { dispatch } from "../rpc/dispatch.ts";
import type { RpcResponse } from "../rpc/jsonRpc.ts";
import type { Connection } from "../usecases/context.ts";
import { staySignedIn } from "../usecases/shop/sessions.ts";
import type { RunningEngine } from "./startEngine.ts";

/** A shop for as long as its one caller speaks. */
export type ServedShop = {
  readonly answer: (message: unknown) => Promise<RpcResponse | undefined>;
  readonly close: () => Promise<void>;
};

type Serving = {
  readonly open: () => RunningEngine;
  readonly connection: Connection;
  readonly log: (text: string) => void;
  /** The restored shop cannot be opened: nothing is answered any more. */
  readonly onLost: (error: unknown) => void;
};

/**
 * Opens a shop and serves it. After a restore it is closed and opened anew, which puts the backup in
 * its place; what is asked meanwhile waits for that. Throws where the shop cannot be opened at first.
 */
export const serveShop = ({ open, connection, log, onLost }: Serving): ServedShop => {
  let engine: RunningEngine | undefined = open();
  let reopening: Promise<void> | undefined;
  const underWay = new Set<Promise<unknown>>();

  const reopen = async (replaced: RunningEngine) => {
    await Promise.all(underWay);
    await replaced.close();
    try {
      engine = open();
      staySignedIn(engine, connection);
    } catch (error) {
      engine = undefined;
      onLost(error);
    }
    reopening = undefined;
  };
  const answer = async (message: unknown): Promise<RpcResponse | undefined> => {
    while (reopening) await reopening;
    if (!engine) return undefined;
    const asked = engine;
    const answering = dispatch(asked, connection, message, (reference, method, error) =>
      log(`${reference} ${method} ${error instanceof Error ? error.stack : error}`),
    );
    underWay.add(answering);
    const response = await answering;
    underWay.delete(answering);
    if (asked.restore.isDue) reopening ??= reopen(asked);
    return response;
  };
  return {
    answer,
    close: async () => {
      await reopening;
      await engine?.close();
    },
  };
};
