import { type KeyboardEvent, type RefObject, useRef } from "react";

/** A place of the grid, as `aria-rowindex` and `aria-colindex` count: 1 is the heading. */
type Place = { row: number; column: number };

type Grid = {
  grid: RefObject<HTMLElement | null>;
  /** How many rows and columns there are with the headings. */
  rows: number;
  columns: number;
  /** Brings a place into sight, where it may be drawn only after that. */
  bring: (place: Place) => void;
};

/** How many rows a page has. */
const page = 10;
/** So many frames are waited for a place to be drawn. */
const frames = 20;

/** Where a key leads from a place; nothing where it does not move. */
function stepOf({ key, ctrlKey, metaKey }: KeyboardEvent, { row, column }: Place, { rows, columns }: Grid) {
  const isFar = ctrlKey || metaKey;
  const steps: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isFar ? 1 : row, column: 1 },
    End: { row: isFar ? rows : row, column: columns },
  };
  const to = steps[key];
  if (!to) return;
  return {
    row: Math.min(rows, Math.max(1, to.row)),
    column: Math.min(columns, Math.max(1, to.column)),
  };
}

/** Whether the list of a cell is open: then the keys are its own. */
const isListOpen = (element: Element): boolean =>
  element instanceof HTMLSelectElement && CSS.supports("selector(:open)") && element.matches(":open");

function placeOf(element: Element): Place | undefined {
  const column = Number(element.closest("[aria-colindex]")?.getAttribute("aria-colindex"));
  const row = Number(element.closest("[aria-rowindex]")?.getAttribute("aria-rowindex"));
  return row && column ? { row, column } : undefined;
}

/**
 * The keys of a grid with one tab stop: arrows, Home, End and the page keys move between cells and headings, Enter and
 * Space open the list of a cell. Nothing is drawn anew when somebody moves: the place is known to the focus alone.
 */
export function useMatrixKeys(of: Grid) {
  const { grid, bring } = of;
  const current = useRef<Place>({ row: 2, column: 2 });
  const asked = useRef(0);

  /** Moves the focus, as soon as the place is drawn: to its list, or to the cell where nothing can be chosen. */
  function go(place: Place) {
    current.current = place;
    bring(place);
    asked.current += 1;
    const round = asked.current;
    const attempt = (left: number) => {
      if (round !== asked.current) return;
      const cell = grid.current?.querySelector<HTMLElement>(
        `[aria-rowindex="${place.row}"] [aria-colindex="${place.column}"]`,
      );
      const target = cell?.querySelector<HTMLElement>("select:not(:disabled)") ?? cell;
      if (target) target.focus({ preventScroll: true });
      else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
    };
    attempt(frames);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, target } = event;
    if (!(target instanceof Element) || isListOpen(target)) return;
    if (key === "Tab") return leave();
    const isList = target instanceof HTMLSelectElement;
    if (isList && (key === "Enter" || key === " ")) {
      event.preventDefault();
      target.showPicker?.();
      return;
    }
    const to = stepOf(event, placeOf(target) ?? current.current, of);
    if (!to) return;
    // A closed list would take the key for its next value.
    event.preventDefault();
    go(to);
  }

  /** Shift and Tab would come back to the grid itself, which hands the focus to its cell. */
  function leave() {
    const element = grid.current;
    if (!element) return;
    element.tabIndex = -1;
    setTimeout(() => {
      element.tabIndex = 0;
    });
  }

  function onFocus({ target }: { target: Element }) {
    if (target === grid.current)
      return go({
        row: Math.min(of.rows, current.current.row),
        column: Math.min(of.columns, current.current.column),
      });
    current.current = placeOf(target) ?? current.current;
  }

  return { onKeyDown, onFocus, tabIndex: 0 };
}
