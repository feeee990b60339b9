export const customers = {
  placeholder: "",
};
