import { create } from "zustand";

export type Place = "till" | "customers" | "orders" | "campaigns" | "goods" | "settings";

type PlaceStore = {
  readonly place: Place;
  /** The customer whose profile stands open in the customers' place. */
  readonly customerId: string | undefined;
  readonly go: (place: Place) => void;
  readonly openCustomer: (customerId: string | undefined) => void;
};

/** Where in the window the person is. */
export const usePlace = create<PlaceStore>()((set) => ({
  place: "till",
  customerId: undefined,
  go: (place) => set({ place }),
  openCustomer: (customerId) => set({ place: "customers", customerId }),
}));
