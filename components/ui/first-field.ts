/** What is typed into, leaving out boxes to tick: focus that lands on those or on a button says little. */
const typed = "input:not([type=checkbox],[type=radio],[type=hidden],:disabled), textarea:not(:disabled)";

/** Where the focus goes when something opens: its first field, or itself, so that its title is read. */
export function firstField(popup: HTMLElement | null): HTMLElement | null {
  return popup?.querySelector<HTMLElement>(typed) ?? popup;
}
