"use client";

import { useEffect } from "react";

/** What takes the focus in a row that has moved up, or in what is left of a page. */
const target = "a[href], button:not(:disabled)";
const overlay = "[role=dialog], [role=alertdialog], [role=menu]";

/** Where the focus was: the element, and its row's place in the list, should the row go. */
type Place = { element: HTMLElement; list: Element | null; index: number };

function placeOf(element: HTMLElement): Place {
  const row = element.closest("tr, li");
  const list = row?.parentElement ?? null;
  return { element, list, index: row && list ? [...list.children].indexOf(row) : 0 };
}

/** Where the focus was last outside of everything that floats. */
let onPage: Place | null = null;

/**
 * Where the focus goes from something that floats and closes: null where the place before it is still there,
 * undefined where it is for `FocusKeeper` to find one.
 */
export function placeAfter(before: Element | null): HTMLElement | null | undefined {
  if (before?.isConnected) return null;
  return onPage?.element.isConnected ? onPage.element : undefined;
}

/**
 * Keeps the focus from falling to the page's body when the place that has it is taken away. It goes to the
 * dialog that is still open, else to where it was on the page, else to the row that is now in that place, else
 * to the heading of the page.
 */
export function FocusKeeper() {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let waiting = 0;

    function keep({ target: element }: FocusEvent) {
      if (!(element instanceof HTMLElement) || element === document.body) return;
      last = element;
      if (!element.closest(overlay)) onPage = placeOf(element);
    }
    // Whoever clicks beside everything has left the place by themselves.
    function leave({ target: element }: PointerEvent) {
      if (!(element instanceof Node && last?.contains(element))) last = null;
    }
    function look() {
      // Two frames later, what closes has given the focus back by itself, if it could.
      if (waiting || !last || last.isConnected) return;
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(() => {
          waiting = 0;
          if (document.activeElement === document.body && last && !last.isConnected) restore(onPage);
        });
      });
    }

    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", keep);
    document.addEventListener("pointerdown", leave);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(waiting);
      document.removeEventListener("focusin", keep);
      document.removeEventListener("pointerdown", leave);
    };
  }, []);
  return null;
}

function restore(place: Place | null) {
  const open = [...document.querySelectorAll<HTMLElement>("[role=dialog], [role=alertdialog]")].at(-1);
  const row = place?.list?.isConnected ? rowNear(place.list, place.index) : null;
  const before = place?.element.isConnected ? place.element : null;
  const next = open ?? before ?? row?.querySelector<HTMLElement>(target) ?? heading();
  next?.focus({ preventScroll: true });
}

const rowNear = (list: Element, index: number) => list.children[index] ?? list.lastElementChild;

/** The page's heading, which nobody reaches with the keyboard, or the page itself. */
function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
  if (found && !found.hasAttribute("tabindex")) found.tabIndex = -1;
  return found;
}
