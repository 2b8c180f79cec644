import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Person, test } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 800 };
const soft = expect.configure({ soft: true });
const smallPhone = { width: 360, height: 740 };

/** What stands open: nothing for axe to find in either theme, and nothing that scrolls sideways on a phone. */
export async function inspect(person: Person, screen: string) {
  const { page } = person;
  await test.step(screen, async () => {
    await wear(person, "light");
    await clean(() => axeOf(person).withTags(tags), screen);
    await wear(person, "dark");
    // The same page in other colours: all that can have become wrong is contrast.
    await clean(() => axeOf(person).withRules("color-contrast"), `${screen}, dark`);
    await page.setViewportSize(smallPhone);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await soft.poll(width, `${screen}, as wide as a phone`).toBeLessThanOrEqual(smallPhone.width);
    await clean(() => axeOf(person).withTags(tags), `${screen}, on a phone`);
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

/** A dialog that is still opening has not yet put the page behind it out of reach: axe looks again, for a while. */
const clean = (axe: () => AxeBuilder, screen: string) =>
  soft.poll(() => violations(axe()), screen).toEqual([]);

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = (await axe.analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
