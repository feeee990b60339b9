export type ToldFields = {
  readonly name: string;
  readonly birthday?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
};

export type AddedFields = {
  readonly name?: string;
  readonly birthday?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
};

/** Of what was told: so many tags, or characters of a note, that there was no room for. */
export type LeftOut = { readonly field: "note" | "tags"; readonly count: number };

const LONGEST_NOTE = 2_000;
const MOST_TAGS = 20;

/**
 * What is new in `told` about somebody who is known: what was missing, the year of a birthday, a note
 * below the one that is there, tags besides those. Nothing that was said before is lost for it; what
 * is said now and finds no room is counted in `leftOut`.
 */
export const toldAgain = (
  known: ToldFields,
  told: ToldFields,
): { readonly added: AddedFields; readonly leftOut: readonly LeftOut[] } => {
  const note = noteOf(known.note ?? "", told.note ?? "");
  const tags = [...new Set([...(known.tags ?? []), ...(told.tags ?? [])])];
  const kept = tags.slice(0, MOST_TAGS);
  const birthday = birthdayOf(known.birthday, told.birthday);
  return {
    added: {
      ...(known.name === "" && told.name !== "" ? { name: told.name } : {}),
      ...(birthday === undefined ? {} : { birthday }),
      ...(note.text === (known.note ?? "") ? {} : { note: note.text }),
      ...(kept.length > (known.tags?.length ?? 0) ? { tags: kept } : {}),
    },
    leftOut: [
      { field: "note" as const, count: note.leftOut },
      { field: "tags" as const, count: tags.length - kept.length },
    ].filter(({ count }) => count > 0),
  };
};

const birthdayOf = (known: string | undefined, told: string | undefined): string | undefined => {
  const isFuller = known?.startsWith("--") && !told?.startsWith("--");
  return known === undefined || isFuller ? told : undefined;
};

type Note = { readonly text: string; readonly leftOut: number };

const noteOf = (known: string, told: string): Note => {
  // By whole lines: "dị ứng sữa" is not said by "không dị ứng sữa".
  if (told === "" || `\n${known}\n`.includes(`\n${told}\n`)) return { text: known, leftOut: 0 };
  const whole = below(known, told);
  return whole.length > LONGEST_NOTE ? linesWithRoom(known, told) : { text: whole, leftOut: 0 };
};

const linesWithRoom = (known: string, told: string): Note => {
  const lines = new Set(known.split("\n"));
  let [text, leftOut] = [known, 0];
  for (const line of told.split("\n").filter((one) => !lines.has(one))) {
    const longer = below(text, line);
    if (longer.length > LONGEST_NOTE) leftOut += line.length;
    else text = longer;
  }
  return { text, leftOut };
};

const below = (known: string, told: string): string => (known === "" ? told : `${known}\n${told}`);
