import { expect, type Locator } from "@playwright/test";
import type { Person } from "./people";
import { newItem } from "./prepare";

/** Types of items, and how many fields of one's own each gets: a text and a hidden one. */
export const types = ["login", "card", "identity", "secure_note", "ssh_key"] as const;
export type Type = (typeof types)[number];

const typed = "input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), textarea";

/** Puts a text into every field of a form that is typed into; each has a number behind it. */
async function fillEach(form: Locator, text: string) {
  const fields = await form.locator(typed).all();
  for (const [number, field] of fields.entries()) await field.fill(`${text} ${number}`);
}

/** What an item is called whose form was filled so. */
export const nameOf = (text: string) => `${text} 0`;

/** Makes an item of a type with a text in everything that it can have. */
export async function makeItem(person: Person, opener: string, type: Type, text: string) {
  const { page, say } = person;
  const form = await newItem(person, opener, type);
  if (type === "login") await form.getByRole("button", { name: say("vault.form.addWebsite") }).click();
  for (const kind of ["text", "hidden"]) {
    await form.getByRole("button", { name: say("vault.form.fields.add"), exact: true }).click();
    await page.getByRole("menuitem", { name: say(`vault.form.fields.kinds.${kind}`), exact: true }).click();
  }
  // The button that shows it has a name with these words in it, and a field that may be empty says so behind them.
  await expect(
    form.getByLabel(new RegExp(`^${say("vault.form.fields.value", { number: 2 })}`)),
  ).toBeVisible();
  await save(person, form, text);
}

/** Fills a form that stands open, and saves it. */
export async function save({ say }: Person, form: Locator, text: string) {
  await fillEach(form, text);
  await form.getByRole("button", { name: say("vault.form.save"), exact: true }).click();
  await expect(form).toBeHidden();
}
