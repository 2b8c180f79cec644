import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Person, test } from "./people";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 800 };
const smallPhone = { width: 360, height: 740 };

/** What stands open: nothing for axe to find in either theme, and nothing that scrolls sideways on a phone. */
export async function inspect(person: Person, screen: string) {
  const { page } = person;
  await test.step(screen, async () => {
    for (const theme of ["light", "dark"] as const) {
      // Without motion, no colour is read half-way between two.
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveClass(new RegExp(theme));
      expect.soft(await violations(person), `${screen}, ${theme}`).toEqual([]);
    }
    await page.setViewportSize(smallPhone);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${screen}, the width of the page on a phone`).toBeLessThanOrEqual(smallPhone.width);
    await page.setViewportSize(desk);
  });
}

/** A mail is shown in a frame that runs no script: axe stays out of it, and in one window. */
async function violations({ page }: Person): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ iframes: false }).withTags(rules);
  const found = (await axe.analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
