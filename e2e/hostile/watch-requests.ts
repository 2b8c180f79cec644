import type { BrowserContext } from "@playwright/test";
import type { EncString, SealedKey } from "@/lib/crypto/types";
import { defaultKdf } from "@/lib/domain/kdf";
import { makeKeyring } from "@/lib/vault/keyring";
import type { Vault } from "@/lib/vault/vault";
import { world } from "./world";

const base64 = "[A-Za-z0-9+/]";
const sealedText = new RegExp(`\\b2\\.${base64}{22}==\\|${base64}+={0,2}\\|${base64}{43}=`, "g");
const sealedKey = new RegExp(`\\b4\\.${base64}{342}==`, "g");

/** Everything that leaves a browser from now on: the address and the body of each request. */
export function watchRequests(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on("request", (request) => {
    sent.push(request.url(), (request.postDataBuffer() ?? Buffer.alloc(0)).toString("utf8"));
  });
  return sent;
}

/** What was sealed and sent: texts and keys. */
export const sealedIn = (sent: readonly string[]): string[] =>
  sent.flatMap((text) => [...(text.match(sealedText) ?? []), ...(text.match(sealedKey) ?? [])]);

/** What of all that gives a secret away: those sent in the clear, and those sealed so that Mallory opens them. */
export async function secretsIn(sent: readonly string[]): Promise<string[]> {
  const forms = world.secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ]);
  const clear = forms.filter((form) => sent.some((text) => text.includes(form)));
  const sealed = sealedIn(sent);
  if (sealed.length === 0) return clear;
  const mallory = await openMallorysVault();
  const opened = await Promise.all(sealed.map((text) => opens(mallory, text)));
  return [...clear, ...sealed.filter((_, i) => opened[i])];
}

async function openMallorysVault(): Promise<Vault> {
  const { people, mallorys, password } = world;
  const vault = makeKeyring();
  await vault.unlock({ email: people.mallory.email, password, kdf: defaultKdf }, people.mallory.keys);
  await vault.openKey("provider:mallory", mallorys.providerKey);
  await vault.openKey("organization:mallory", mallorys.organizationKey);
  return vault;
}

async function opens(vault: Vault, sealed: string): Promise<boolean> {
  const isOpen = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  const found = `item:${sealed.slice(-20)}` as const;
  if (sealed.startsWith("4.")) return isOpen(vault.openKey(found, sealed as SealedKey));
  for (const ref of ["provider:mallory", "organization:mallory", "user"] as const) {
    const [text] = await vault.openTexts(ref, [sealed as EncString]);
    if (text !== null || (await isOpen(vault.openKeyUnder(found, sealed as EncString, ref)))) return true;
  }
  return false;
}
