import { useCustomers } from "./customers.ts";
import { useProducts } from "./goods/products.ts";
import { usePlace } from "./place.ts";
import { reset } from "./reset.ts";
import { useRestore } from "./restore.ts";
import { useSafety } from "./safety.ts";
import { useSession } from "./session.ts";
import { useCustomerPanel } from "./till/customerPanel.ts";
import { useOmnibox } from "./till/omnibox.ts";

/**
 * Whoever signs in after somebody else finds nothing that was looked up, shown or typed by them, and
 * what they had typed and not saved waits for them. The basket and its customer stay: they stand at the
 * till whoever serves them. Returns what ends it.
 */
export const keepApartByStaff = (): (() => void) => {
  const laidAside = new Map<string, Typed>();
  let lastId = useSession.getState().staff?.staffId;
  return useSession.subscribe(({ staff }) => {
    if (!staff || staff.staffId === lastId) return;
    if (lastId !== undefined) {
      laidAside.set(lastId, typedNow());
      forget();
    }
    lastId = staff.staffId;
    laidAside.get(lastId)?.();
    laidAside.delete(lastId);
  });
};

/** Puts it back into its fields. In memory alone, since it is of people. */
type Typed = () => void;

const typedNow = (): Typed => {
  const { typedById, newcomer: newCustomer } = useCustomers.getState();
  const { isAdding, newcomer } = useCustomerPanel.getState();
  const { typedBySku } = useProducts.getState();
  return () => {
    useCustomers.setState({ typedById, newcomer: newCustomer });
    useCustomerPanel.setState({ isAdding, newcomer });
    useProducts.setState({ typedBySku });
  };
};

const forget = (): void => {
  for (const store of [useCustomers, useCustomerPanel, useProducts]) reset(store);
  usePlace.setState({ customerId: undefined });
  useOmnibox.getState().clear();
  useSafety.setState({ recoveryKey: undefined, printed: undefined, staffAdded: undefined });
  if (useRestore.getState().work === undefined) useRestore.getState().leave();
};
