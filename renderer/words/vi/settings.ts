export const settings = {
  placeholder: "",
};
