import { expect, type Person } from "../people";
import { expectDamaged, openVault } from "./acts";
import type { Alteration } from "./alter-answers";
import { type Attack, runAttacks } from "./attack";
import { flipped, ofTypeZero } from "./forgeries";
import { type HostileItem, itemOf, world } from "./world";

const firewall = itemOf(world.cobalt, "Firewall");
const other = itemOf(world.cobalt, "Switch");
const router = itemOf(world.quartz, "Router");

/** The ciphertexts of an item, by name. */
function textsOf({ sealed: { key, name, notes, data } }: HostileItem) {
  const [first, second] = data.uris;
  const { username, password } = data;
  if (!notes || !username || !password || !first || !second) throw new Error("the item has them all");
  const websites = { website: first.uri, checksum: first.uriChecksum };
  return {
    key,
    name,
    notes,
    username,
    password,
    ...websites,
    website2: second.uri,
    checksum2: second.uriChecksum,
  };
}
const fields = textsOf(firewall);
const exchanged = (one: string, another: string): Alteration[] => [
  [one, another],
  [another, one],
];
/** Every ciphertext of one item stands where another's did. */
const inPlaceOf = (there: HostileItem, put: HostileItem): Alteration[] => {
  const [from, to] = [Object.values(textsOf(there)), Object.values(textsOf(put))];
  return from.map((text, i) => [text, to[i] ?? text]);
};

type Part = "name" | "username" | "password" | "notes" | "website";
const labels: Record<Part, string> = {
  name: "vault.form.name",
  notes: "vault.form.notes",
  username: "vault.parts.username",
  password: "vault.parts.password",
  website: "vault.item.website",
};
const toldAs =
  (what: "damaged" | "moved") =>
  ({ say }: Person, part: Part, number = 0) =>
    say(`vault.damage.${what}`, { part, number, label: say(labels[part]) });
const [damaged, moved] = [toldAs("damaged"), toldAs("moved")];

/** What is said of parts of the firewall, when somebody looks at it in their vault. */
const sees =
  (sentencesOf: (person: Person) => string[], hidden: (string | null)[] = []) =>
  async (person: Person) => {
    await openVault(person);
    await expectDamaged(person, { name: "Firewall", sentences: sentencesOf(person), hidden });
  };

const attacks: Attack[] = [
  {
    name: "a flipped byte in a password",
    at: "olive",
    alter: [[fields.password, flipped(fields.password)]],
    meet: sees((person) => [damaged(person, "password")]),
  },
  {
    name: "a password of encryption type 0",
    at: "olive",
    alter: [[fields.password, ofTypeZero(fields.password)]],
    meet: sees((person) => [damaged(person, "password")]),
  },
  {
    name: "a password exchanged with a website",
    at: "olive",
    alter: exchanged(fields.password, fields.website),
    meet: sees(
      (person) => [moved(person, "password"), moved(person, "website", 1)],
      [firewall.plain.data.password],
    ),
  },
  {
    name: "a username exchanged with a website's checksum",
    at: "olive",
    alter: exchanged(fields.username, fields.checksum),
    meet: sees((person) => [moved(person, "username"), moved(person, "website", 1)]),
  },
  {
    name: "two websites exchanged",
    at: "olive",
    alter: exchanged(fields.website, fields.website2),
    meet: sees((person) => [moved(person, "website", 1), moved(person, "website", 2)]),
  },
  {
    name: "a password copied into the notes",
    at: "olive",
    alter: [[fields.notes, fields.password]],
    meet: sees(
      (person) => [moved(person, "password"), moved(person, "notes")],
      [firewall.plain.data.password],
    ),
  },
  {
    name: "a password moved from another item",
    at: "olive",
    alter: [[fields.password, textsOf(other).password]],
    meet: sees((person) => [damaged(person, "password")], [other.plain.data.password]),
  },
  {
    name: "an item put in another's place",
    at: "olive",
    alter: inPlaceOf(other, firewall),
    async meet({ page, say, ...person }) {
      await openVault({ page, say, ...person });
      const rows = page.getByRole("row").filter({ hasText: "Firewall" });
      await expect(rows.filter({ hasText: say("vault.damage.badge") })).toHaveCount(2);
      await rows.first().getByRole("button", { name: "Firewall", exact: true }).click();
      await expect(page.getByRole("dialog", { name: "Firewall" })).toContainText(say("vault.damage.copied"));
    },
  },
  ...[
    { name: "a flipped byte in an item's key", alter: [[fields.key, flipped(fields.key)]] as Alteration[] },
    { name: "an item moved under another client's key", alter: inPlaceOf(firewall, router) },
  ].map(
    ({ name, alter }): Attack => ({
      name,
      at: "olive",
      alter,
      async meet(person) {
        const { page, say } = person;
        await openVault(person);
        await expect(page.getByRole("row").filter({ hasText: "Switch" })).toBeVisible();
        await expect(page.getByRole("row").filter({ hasText: "Firewall" })).toHaveCount(0);
        const row = page.getByRole("row").filter({ hasText: say("vault.broken") });
        await row.getByRole("button", { name: say("vault.broken"), exact: true }).click();
        await expect(page.getByText(say("vault.brokenText"))).toBeVisible();
        for (const text of [
          router.plain.data.username,
          router.plain.data.password,
          firewall.plain.data.password,
        ])
          await expect(page.locator("body")).not.toContainText(text ?? "");
      },
    }),
  ),
  {
    name: "a flipped byte in an item's name",
    at: "olive",
    alter: [[fields.name, flipped(fields.name)]],
    async meet(person) {
      await openVault(person);
      const name = person.say("vault.broken");
      await expectDamaged(person, { name, sentences: [damaged(person, "name")] });
    },
  },
  {
    name: "a flipped byte in a collection's name",
    at: "olive",
    alter: [[world.cobalt.collection.sealedName, flipped(world.cobalt.collection.sealedName)]],
    async meet(person) {
      const { page, say } = person;
      await openVault(person);
      const views = page.getByRole("navigation", { name: say("vault.filters") });
      await expect(views.getByRole("button", { name: new RegExp(say("vault.broken")) })).toBeVisible();
    },
  },
];

runAttacks(attacks);
