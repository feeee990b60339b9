import { setUp } from "../pack/setUp.mjs";

/** The tests' background threads run the engine's bundle: it is made anew where it is out of date. */
export default () => setUp({ bundles: ["engine"] });
