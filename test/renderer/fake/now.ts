/** When it is in the made-up shop. */
export const nowMs = Date.UTC(2026, 10, 22, 8, 0);
