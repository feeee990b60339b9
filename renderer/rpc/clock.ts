/** The window's one look at the clock: for how long ago something was, never for when a sale happened. */
export const nowMs = (): number => Date.now();
