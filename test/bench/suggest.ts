import { sayProblems } from "./measure/benchProblem.ts";
import { measureSuggestions } from "./suggest/measureSuggestions.ts";
import { readOptions } from "./suggest/options.ts";

/**
 * How well the engine suggests on a shop's real past: hide one item of a basket and ask for it;
 * then ask for the next basket by history alone. One line for each task and method.
 */
await sayProblems(() => measureSuggestions(readOptions(process.argv.slice(2))));
