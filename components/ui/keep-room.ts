type Edge = "top" | "bottom";

const paddings = { top: "scrollPaddingTop", bottom: "scrollPaddingBottom" } as const;
const gap = 8;

/** How much of the window an element takes that stays at an edge of it. */
const roomOf = (element: HTMLElement, edge: Edge) =>
  (Number.parseFloat(getComputedStyle(element)[edge]) || 0) + element.offsetHeight + gap;

/**
 * The ref of an element that stays in sight at an edge of the page. What is focused or jumped to lands beside it and
 * not under it, as long as it is there. Its height is measured: it depends on the words and on the width.
 */
const keepRoom = (edge: Edge) => (element: HTMLElement | null) => {
  if (!element) return;
  const { style } = document.documentElement;
  const keep = () => {
    style[paddings[edge]] = `${roomOf(element, edge)}px`;
  };
  const observer = new ResizeObserver(keep);
  observer.observe(element);
  keep();
  return () => {
    observer.disconnect();
    style[paddings[edge]] = "";
  };
};

export const keepRoomAtTop = keepRoom("top");
export const keepRoomAtBottom = keepRoom("bottom");
