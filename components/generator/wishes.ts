import {
  type BindingPolicy,
  type GeneratorFloors,
  generatedKind,
  generatorFloors,
  type PassphraseFloors,
  passphraseFloors,
  policiesOf,
} from "@/lib/domain/policy/combining";
import { generatePassphrase, type PassphraseWishes, usualPassphrase } from "@/lib/vault/generate-passphrase";
import { generatePassword, type PasswordWishes, usualPassword } from "@/lib/vault/generate-password";
import { generateUsername, type UsernameWishes } from "@/lib/vault/generate-username";

export const generatedKinds = ["password", "passphrase", "username"] as const;
export type GeneratedKind = (typeof generatedKinds)[number];

/** How each kind is to be generated, and which one is looked at. */
export type Wishes = {
  kind: GeneratedKind;
  password: PasswordWishes;
  passphrase: PassphraseWishes;
  username: UsernameWishes;
};

/** What organizations ask of what is generated, and which they are. */
export type Floors = {
  password: GeneratorFloors | null;
  passphrase: PassphraseFloors | null;
  organizations: string[];
};

export const firstWishes = (policies: readonly BindingPolicy[]): Wishes => ({
  kind: generatedKind(policies) ?? "password",
  password: usualPassword,
  passphrase: usualPassphrase,
  username: { kind: "word", capitalize: false, includeNumber: true, email: "", domain: "" },
});

export const floorsOf = (policies: readonly BindingPolicy[]): Floors => ({
  password: generatorFloors(policies),
  passphrase: passphraseFloors(policies),
  organizations: policiesOf(policies, "password_generator").map(({ organization }) => organization),
});

/** One text as it was wished for, and at least as organizations ask. */
export async function generate(wishes: Wishes, floors: Floors): Promise<string> {
  if (wishes.kind === "password") return generatePassword(wishes.password, floors.password);
  if (wishes.kind === "passphrase") return generatePassphrase(wishes.passphrase, floors.passphrase);
  return generateUsername(wishes.username);
}
