/** A file of ours; its path goes from the root, with `/`. */
export type Source = {
  readonly path: string;
  readonly text: string;
};
/** Something that a house check found; `where` is a path, with the line where there is one. */
export type Violation = {
  readonly where: string;
  readonly rule: string;
  readonly found: string;
};
export declare const readSources: () => readonly Source[];
