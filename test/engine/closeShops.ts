import { afterAll, afterEach, beforeEach } from "vitest";
import { beginTest, endFile, endTest } from "./openedShops.ts";

// The files of a worker share their modules: only what is named as a set-up file runs for each.
beforeEach(beginTest);
afterEach(endTest);
afterAll(endFile);
