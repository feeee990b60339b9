/** "N*****h": how marketplaces show who bought. */
export const maskedName = (name: string): string => `${name.slice(0, 1)}*****${name.slice(-1)}`;
