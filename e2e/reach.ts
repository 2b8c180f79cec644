import { expect, type Person, test } from "./people";

/** Phones, a tablet, desks; 640 is a desk of 1280 at a zoom of 200 %. */
const widths = [360, 390, 640, 768, 1024, 1280];
const height = 800;

/**
 * At every width, nothing scrolls sideways, and all that can be clicked or typed into is inside of the window, of
 * the card that holds it, and beside an open drawer.
 */
export async function reachesAll({ page }: Person, screen: string) {
  await test.step(screen, async () => {
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      const misplaced = () => page.evaluate(findMisplaced);
      const fits = expect.configure({ soft: true }).poll(misplaced, { message: `${screen} at ${width}` });
      await fits.toEqual([]);
    }
  });
}

/** Runs in the page: what sticks out, by its name. */
function findMisplaced(): string[] {
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  const beside = document.querySelector("[data-beside]")?.getBoundingClientRect().left ?? root.clientWidth;

  const edgesOf = (element: Element) => {
    let [left, right] = [0, element.closest("[data-page]") ? beside : root.clientWidth];
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === "visible") continue;
      const { left: from, right: to } = box.getBoundingClientRect();
      [left, right] = [Math.max(left, from), Math.min(right, to)];
    }
    return { left, right };
  };

  const controls = document.querySelectorAll("a[href], button, input, select, textarea, h1");
  const out = [...controls].filter((element) => {
    const box = element.getBoundingClientRect();
    // What is for the ear only, or not shown at this width.
    if (box.width <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.closest(".sr-only, aside, [data-toasts]")) return false;
    const { left, right } = edgesOf(element);
    return box.left < left - 1 || box.right > right + 1;
  });
  const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent ?? "";
  return [...wide, ...out.map((element) => `${element.tagName} ${nameOf(element).slice(0, 40)}`)];
}
