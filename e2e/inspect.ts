import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Person, test } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 800 };
const smallPhone = { width: 360, height: 740 };

/** What stands open: nothing for axe to find in either theme, and nothing that scrolls sideways on a phone. */
export async function inspect(person: Person, screen: string) {
  const { page } = person;
  await test.step(screen, async () => {
    await wear(person, "light");
    expect.soft(await violations(axeOf(person).withTags(tags)), screen).toEqual([]);
    await wear(person, "dark");
    // The same page in other colours: all that can have become wrong is contrast.
    const contrast = axeOf(person).withRules("color-contrast");
    expect.soft(await violations(contrast), `${screen}, dark`).toEqual([]);
    await page.setViewportSize(smallPhone);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    const fits = expect.configure({ soft: true }).poll(width, { message: `${screen}, as wide as a phone` });
    await fits.toBeLessThanOrEqual(smallPhone.width);
    expect.soft(await violations(axeOf(person).withTags(tags)), `${screen}, on a phone`).toEqual([]);
    await page.setViewportSize(desk);
  });
}

/** Without motion, so that no colour is read half-way between two. */
async function wear({ page }: Person, theme: "light" | "dark") {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveClass(new RegExp(theme));
}

/** A mail is shown in a frame that runs no script: axe stays out of it, and in one window. */
const axeOf = ({ page }: Person) => new AxeBuilder({ page }).setLegacyMode().options({ iframes: false });

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = (await axe.analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
