export const campaigns = {
  placeholder: "",
};
