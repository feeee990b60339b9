/** Puts `text` on the clipboard; whether it worked. The newer way needs a permission we never give. */
export const copyText = (text: string): boolean => {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
};
