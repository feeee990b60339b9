export const wizard = {
  placeholder: "",
};
