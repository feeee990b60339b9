/** A name that every system takes, and that stays in the folder it is put in. */
export const plainName = (suggestedName: string): string =>
  suggestedName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "");
