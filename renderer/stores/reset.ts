type Resettable = {
  readonly getInitialState: () => object;
  readonly setState: (state: never, replace: true) => void;
};

/** As if nothing had happened in this store since the window was opened. */
export const reset = (store: Resettable): void => {
  Reflect.apply(store.setState, store, [store.getInitialState(), true]);
};
