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

const LONGEST_NOTE = 2_000;
const MOST_TAGS = 20;

/**
 * What is new in `told` about somebody who is known: what was missing, the year of a birthday, a note
 * below the one that is there, tags besides those. Nothing that was said before is lost for it.
 */
export const toldAgain = (known: ToldFields, told: ToldFields): AddedFields => {
  const note = noteOf(known.note, told.note);
  const tags = [...new Set([...(known.tags ?? []), ...(told.tags ?? [])])].slice(0, MOST_TAGS);
  const birthday = birthdayOf(known.birthday, told.birthday);
  return {
    ...(known.name === "" && told.name !== "" ? { name: told.name } : {}),
    ...(birthday === undefined ? {} : { birthday }),
    ...(note === undefined ? {} : { note }),
    ...(tags.length > (known.tags?.length ?? 0) ? { tags } : {}),
  };
};

const birthdayOf = (known: string | undefined, told: string | undefined): string | undefined => {
  const isFuller = known?.startsWith("--") && !told?.startsWith("--");
  return known === undefined || isFuller ? told : undefined;
};

const noteOf = (known: string | undefined, told: string | undefined): string | undefined => {
  // By whole lines: "dị ứng sữa" is not said by "không dị ứng sữa".
  if (!told || `\n${known ?? ""}\n`.includes(`\n${told}\n`)) return undefined;
  const note = known ? `${known}\n${told}` : told;
  return note.length > LONGEST_NOTE ? undefined : note;
};
