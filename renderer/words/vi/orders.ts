export const orders = {
  placeholder: "",
};
