/**
 * Fields that are typed into or chosen from. Boxes to tick and buttons are left out, because the focus on one of these
 * does not tell what the dialog is for.
 */
const filled =
  "input:not([type=checkbox],[type=radio],[type=hidden],:disabled), textarea:not(:disabled), select:not(:disabled)";

/** What turns the fields below it on or off. A focus on one of these would pass it over. */
const turns = "[role=switch]:not(:disabled)";

/**
 * What gets the focus when a dialog opens: its first field or, without one or with a switch above it, the dialog
 * itself, so that its title is read.
 */
export function firstField(popup: HTMLElement | null): HTMLElement | null {
  const first = popup?.querySelector<HTMLElement>(`${turns}, ${filled}`);
  return first?.matches(filled) ? first : popup;
}
