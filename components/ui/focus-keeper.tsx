"use client";

import { useEffect } from "react";
import { firstField } from "@/components/ui/first-field";

/** What takes the focus in a row that has moved up, or in what is left of a page. */
const target = "a[href], button:not(:disabled)";
const overlay = "[role=dialog], [role=alertdialog], [role=menu]";

/** The element that had the focus, the list it is in, and the number of its row there, from 0. */
type Spot = { element: HTMLElement; list: Element | null; index: number };

function spotOf(element: HTMLElement): Spot {
  const row = element.closest("tr, li");
  const list = row?.parentElement ?? null;
  return { element, list, index: row && list ? [...list.children].indexOf(row) : 0 };
}

/** What had the focus last, apart from dialogs and menus. */
let onPage: Spot | null = null;
/** The same apart from menus alone: it may stand in a dialog. */
let besideMenus: HTMLElement | null = null;

/** What has the focus as a dialog opens. Of a menu, which closes then, it is what had it before. */
export function focusBefore(): Element | null {
  const focused = document.activeElement;
  return focused?.closest("[role=menu]") && besideMenus?.isConnected ? besideMenus : focused;
}

/**
 * What gets the focus when a dialog or a menu closes.
 *
 * @param before what had the focus when it opened.
 * @returns null when nothing had it, undefined when `FocusKeeper` has to find something.
 */
export function focusAfter(before: Element | null): HTMLElement | null | undefined {
  if (before === document.body) return null;
  // Named, because a field that takes the focus while its dialog appears would be taken for what had it before.
  if (before instanceof HTMLElement && before.isConnected) return before;
  return onPage?.element.isConnected ? onPage.element : undefined;
}

/**
 * When the element that has the focus is taken off the page, the browser gives the focus to the body, and a keyboard
 * begins at the top again. This gives it to something near instead. It takes the first of these that there is: a
 * dialog that is still open, what had the focus on the page before, the row that now has the number of the row that
 * went, the page's heading.
 */
export function FocusKeeper() {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let lastIn: Element | null = null;
    let waiting = 0;

    function keep({ target: element }: FocusEvent) {
      if (!(element instanceof HTMLElement) || element === document.body) return;
      last = element;
      lastIn = element.closest(overlay);
      if (!lastIn) onPage = spotOf(element);
      if (!element.closest("[role=menu]")) besideMenus = element;
    }
    // Who clicks on nothing has given the focus up: it is not given back.
    function leave({ target: element }: PointerEvent) {
      if (!(element instanceof Node && last?.contains(element))) last = null;
    }
    function look() {
      // A dialog that closes gives the focus back within two frames, if it can.
      if (waiting || !last || last.isConnected) return;
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(() => {
          waiting = 0;
          if (document.activeElement === document.body && last && !last.isConnected) restore(onPage, lastIn);
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

/** @param lastIn the dialog that what had the focus stood in. One that has opened since begins at its first field. */
function restore(spot: Spot | null, lastIn: Element | null) {
  const open = [...document.querySelectorAll<HTMLElement>("[role=dialog], [role=alertdialog]")].at(-1);
  const row = spot?.list?.isConnected ? rowNear(spot.list, spot.index) : null;
  const before = spot?.element.isConnected ? spot.element : null;
  const inOpen = open && open !== lastIn ? firstField(open) : open;
  const next = inOpen ?? before ?? row?.querySelector<HTMLElement>(target) ?? heading();
  next?.focus({ preventScroll: true });
}

const rowNear = (list: Element, index: number) => list.children[index] ?? list.lastElementChild;

/** The page's heading, which nobody reaches with the keyboard, or the page itself. */
function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
  if (found && !found.hasAttribute("tabindex")) found.tabIndex = -1;
  return found;
}
