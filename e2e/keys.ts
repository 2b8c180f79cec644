import type { Locator, Page } from "@playwright/test";
import { expect, type Person } from "./people";

/** What somebody does who has no pointer. */

const mostSteps = 100;

/** Presses Tab, or Shift and Tab where it stands before, until the focus is there. */
export async function tabTo(page: Page, control: Locator) {
  const way = () =>
    control.evaluate((element) => {
      const { activeElement } = document;
      if (!activeElement || activeElement === element) return null;
      const isBefore = activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      return isBefore ? "Shift+Tab" : "Tab";
    });
  await walk(page, way);
  await expect(control).toBeFocused();
}

async function walk(page: Page, way: () => Promise<string | null>) {
  for (let steps = 0; steps < mostSteps; steps++) {
    const key = await way();
    if (key === null) return;
    await page.keyboard.press(key);
  }
}

export async function press(page: Page, control: Locator) {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

/** Opens a menu, and takes one of its entries. */
export async function pressEntry({ page, say }: Person, opener: Locator, entry: string) {
  await press(page, opener);
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  const wanted = page.getByRole("menuitem", { name: say(entry), exact: true });
  await walk(page, () =>
    wanted.evaluate((element) => (element === document.activeElement ? null : "ArrowDown")),
  );
  await page.keyboard.press("Enter");
}

/** Goes to a field, and types instead of what stands there. */
export async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}
