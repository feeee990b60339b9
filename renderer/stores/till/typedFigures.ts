/** Takes what is typed in one place, as its Enter does. False where it cannot be read, which is seen there. */
type Take = () => boolean;

const places = new Set<Take>();

/** A place in which figures of the basket are being typed. Returns what ends it. */
export const keepTyped = (take: Take): (() => void) => {
  places.add(take);
  return () => void places.delete(take);
};

/** Before money is asked for: what is paid is what stands in each place. Whether all could be taken. */
export const takeTyped = (): boolean => [...places].every((take) => take());
