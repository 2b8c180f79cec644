import { administrator, expect, logIn, type Person, test, unlockPanel } from "./people";

/** Only an open vault can be added to: its title is there while it opens, too. */
const open = ({ page, say }: Person) => page.getByRole("button", { name: say("vault.new"), exact: true });
const locked = ({ page, say }: Person) =>
  page.getByRole("heading", { name: say("common.vault.panelTitle"), level: 1 });

const anotherTab = async (person: Person): Promise<Person> => {
  const page = await person.page.context().newPage();
  await page.goto("/vault");
  return { ...person, page };
};

test("a vault left alone locks itself after the chosen time, and not before", async ({ as }) => {
  const person = await as(administrator);
  const { page, say } = person;
  await page.clock.install();
  await logIn(person);
  await page.getByRole("link", { name: say("admin.mail") }).click();
  await page.getByRole("link", { name: say("portal.nav.vault") }).click();
  await expect(open(person)).toBeVisible();

  await page.clock.fastForward("14:00");
  await expect(open(person)).toBeVisible();
  await page.mouse.move(200, 200);
  await page.clock.fastForward("14:00");
  await expect(open(person)).toBeVisible();

  await page.clock.fastForward("01:30");
  await expect(locked(person)).toBeVisible();
  await unlockPanel(person);
  await expect(open(person)).toBeVisible();
});

test("a sign of life in one tab counts for all, and all lock together", async ({ as }) => {
  const one = await as(administrator);
  await one.page.clock.install();
  await logIn(one);
  await one.page.goto("/vault");
  const other = await anotherTab(one);
  await expect(open(other)).toBeVisible();

  for (let quarter = 0; quarter < 3; quarter++) {
    await one.page.clock.fastForward("10:00");
    await one.page.mouse.move(100 + quarter, 100);
  }
  for (const tab of [one, other]) await expect(open(tab)).toBeVisible();
  await one.page.clock.fastForward("15:30");
  for (const tab of [one, other]) await expect(locked(tab)).toBeVisible();
});

test("a tab that comes back when the idle time is over is locked", async ({ as }) => {
  const person = await as(administrator);
  const { page } = person;
  await page.clock.install();
  await logIn(person);
  await page.goto("/vault");
  await expect(open(person)).toBeVisible();
  await page.goto("/api/health");
  await page.clock.fastForward("14:00");
  await page.goto("/vault");
  await expect(open(person)).toBeVisible();
  await page.goto("/api/health");
  await page.clock.fastForward("15:30");
  await page.goto("/vault");
  await expect(locked(person)).toBeVisible();
});
