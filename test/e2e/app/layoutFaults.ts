import type { Page } from "@playwright/test";

/** What a person would call broken about the window as it stands now, in words; none is well. */
export const layoutFaults = (
  page: Page,
  { hasPanelAbove = false }: { readonly hasPanelAbove?: boolean } = {},
): Promise<readonly string[]> =>
  page.evaluate((isCoveringMeant) => {
    const all = [...document.querySelectorAll("body *")].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement &&
        element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
    );
    const isHiddenOnPurpose = (element: HTMLElement) =>
      element.closest(".visually-hidden, [aria-hidden=true]") !== null ||
      (element.clientWidth <= 1 && element.clientHeight <= 1);
    const name = (element: HTMLElement) => {
      const text = (element.innerText || element.ariaLabel || "").trim().slice(0, 40);
      return `${element.tagName.toLowerCase()} “${text}”`;
    };
    const hasOwnText = (element: HTMLElement) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const style = (element: HTMLElement) => getComputedStyle(element);

    /** The part of the window in which `element` can be seen, cut by everything that clips it. */
    const clip = (element: HTMLElement) => {
      const box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight, isScrolled: false };
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = style(around);
        const rect = around.getBoundingClientRect();
        if (overflowX !== "visible") {
          box.left = Math.max(box.left, rect.left);
          box.right = Math.min(box.right, rect.right);
        }
        if (overflowY !== "visible") {
          box.top = Math.max(box.top, rect.top);
          box.bottom = Math.min(box.bottom, rect.bottom);
        }
        box.isScrolled ||=
          /auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight;
      }
      return box;
    };

    const scrollers = all.filter(
      (element) =>
        /auto|scroll/.test(style(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1,
    );
    const wide = document.documentElement.scrollWidth > innerWidth + 1;

    const texts = all.filter((element) => hasOwnText(element) && !isHiddenOnPurpose(element));
    const cutBySelf = texts.filter((element) => {
      const { overflowX, textOverflow } = style(element);
      const isTooWide = element.scrollWidth > element.clientWidth + 1;
      return overflowX !== "visible" && textOverflow !== "ellipsis" && isTooWide;
    });
    const cutByOthers = texts.filter((element) => {
      const rect = element.getBoundingClientRect();
      const box = clip(element);
      const isCutAside = rect.right > box.right + 1.5 || rect.left < box.left - 1.5;
      const isCutBelow = rect.bottom > box.bottom + 1.5 || rect.top < box.top - 1.5;
      return isCutAside || (isCutBelow && !box.isScrolled);
    });
    const rightOfText = (element: HTMLElement) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    };
    const spilling = texts.filter((element) => {
      const key = element.closest("button, kbd");
      const isFolded = style(element).textOverflow === "ellipsis";
      return key && !isFolded && rightOfText(element) > key.getBoundingClientRect().right + 1;
    });

    /** "K7QF-2M9P-3D" is read out and typed: whole, on one line. */
    const breakingCode = all.filter((element) =>
      [...element.childNodes].some((node) => {
        const found = /[\dA-Z]{4}-[\dA-Z]{4}(?:-[\dA-Z]+)?/u.exec(node.textContent ?? "");
        if (node.nodeType !== 3 || !found) return false;
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        return range.getClientRects().length > 1;
      }),
    );

    const keys = all.filter((element) => element.matches("button, a, input, select, textarea"));
    const covered = keys.filter((element) => {
      if (isHiddenOnPurpose(element) || style(element).pointerEvents === "none") return false;
      const rect = element.getBoundingClientRect();
      const box = clip(element);
      const x = rect.left + rect.width / 2;
      const y = rect.top + rect.height / 2;
      const isInSight = x > box.left && x < box.right && y > box.top && y < box.bottom;
      if (!isInSight || style(element).opacity === "0") return false;
      const hit = document.elementFromPoint(x, y);
      return !(hit && (element.contains(hit) || hit.contains(element)));
    });

    return [
      ...(wide ? ["the window scrolls sideways"] : []),
      ...scrollers.map((element) => `scrolls sideways: ${name(element)}`),
      ...cutBySelf.map((element) => `cut: ${name(element)}`),
      ...cutByOthers.map((element) => `cut by what is around it: ${name(element)}`),
      ...breakingCode.map((element) => `a code is broken in two: ${name(element)}`),
      ...spilling.map((element) => `runs over its own edge: ${name(element)}`),
      ...(isCoveringMeant ? [] : covered).map(
        (element) => `covered by something else: ${name(element)}`,
      ),
    ];
  }, hasPanelAbove);
