import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Person, test } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 800 };
const soft = expect.configure({ soft: true });
const smallPhone = { width: 360, height: 740 };

/**
 * What stands open: nothing for axe to find on a desk in the light theme and on a phone in the dark one, and nothing that
 * scrolls sideways on a phone. That all colours stand out in both themes is held by the test of the tokens.
 */
export async function inspect(person: Person, screen: string) {
  const { page } = person;
  await test.step(screen, async () => {
    await wear(person, "light");
    await clean(person, screen);
    await wear(person, "dark");
    await page.setViewportSize(smallPhone);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await soft.poll(width, `${screen}, as wide as a phone`).toBeLessThanOrEqual(smallPhone.width);
    await clean(person, `${screen}, dark on a phone`);
    await page.setViewportSize(desk);
  });
}

/** Without motion, so that no colour is read half-way between two. */
async function wear({ page }: Person, theme: "light" | "dark") {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveClass(new RegExp(theme));
}

/** A dialog that is still opening has not yet put the page behind it out of reach: axe looks again, for a while. */
const clean = (person: Person, screen: string) => soft.poll(() => violations(person), screen).toEqual([]);

/** A mail is shown in a frame that runs no script: axe stays out of it, and in one window. */
async function violations({ page }: Person): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ iframes: false }).withTags(tags);
  const found = (await axe.analyze()).violations;
  // What scrolls under the foot of a dialog is half covered at the edge. It is looked at again in the middle.
  for (const { target } of found.find(({ id }) => id === "target-size")?.nodes ?? [])
    await page.locator(target.join(" ")).evaluate((element) => element.scrollIntoView({ block: "center" }));
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
